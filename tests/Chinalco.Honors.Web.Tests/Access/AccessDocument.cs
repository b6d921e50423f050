using System.Collections.Immutable;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Tests.Hosting;

namespace Chinalco.Honors.Web.Tests.Access;

/// <summary>What <c>docs/access.md</c> says: the tables that the reviewer of a change reads are the ones the site is held to.</summary>
internal sealed class AccessDocument
{
    /// <summary>The column of those who are not signed in.</summary>
    public const string Nobody = "anonymous";

    private const string RoutesHead = "| route |";

    private static readonly string Document = Path.Combine(RepositoryRoot.Path, "docs", "access.md");

    private AccessDocument(ImmutableDictionary<Right, ImmutableHashSet<string>> rights, ImmutableArray<DocumentedRoute> routes) =>
        (Rights, Routes) = (rights, routes);

    /// <summary>For each right the columns that are marked: names of roles, and <c>anonymous</c>.</summary>
    public ImmutableDictionary<Right, ImmutableHashSet<string>> Rights { get; }

    public ImmutableArray<DocumentedRoute> Routes { get; }

    public static async Task<AccessDocument> ReadAsync()
    {
        var lines = await File.ReadAllLinesAsync(Document, TestContext.Current.CancellationToken);
        var columns = Cells(lines.Single(l => l.StartsWith("| right |", StringComparison.Ordinal)));
        var rights = Enum.GetValues<Right>()
            .ToImmutableDictionary(
                right => right,
                right =>
                {
                    var marks = Cells(lines.Single(l => l.StartsWith($"| {right} |", StringComparison.Ordinal)));
                    return columns.Where((_, i) => marks[i].StartsWith('●')).ToImmutableHashSet(StringComparer.Ordinal);
                }
            );
        var routes = lines
            .SkipWhile(l => !l.StartsWith(RoutesHead, StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(l => l.StartsWith('|'))
            .Select(Cells)
            .Select(c => new DocumentedRoute(c[0].Trim('`'), c[1], Enum.Parse<Right>(c[2])));
        return new AccessDocument(rights, [.. routes]);
    }

    /// <summary>Writes the table of routes anew; it ends the document.</summary>
    public static async Task WriteAsync(IEnumerable<DocumentedRoute> routes)
    {
        var lines = await File.ReadAllLinesAsync(Document, TestContext.Current.CancellationToken);
        var head = Array.FindIndex(lines, l => l.StartsWith(RoutesHead, StringComparison.Ordinal));
        await File.WriteAllLinesAsync(
            Document,
            [.. lines[..(head + 2)], .. routes.Select(r => r.Row)],
            TestContext.Current.CancellationToken
        );
    }

    /// <param name="role">Null for somebody who is not signed in.</param>
    public bool Allows(Right right, Role? role) => Rights[right].Contains(role?.ToString() ?? Nobody);

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(c => c.Trim())];
}

/// <param name="Methods">HTTP methods, or <c>any</c>.</param>
internal sealed record DocumentedRoute(string Pattern, string Methods, Right Right)
{
    public string Row => $"| `{Pattern}` | {Methods} | {Right} |";
}
