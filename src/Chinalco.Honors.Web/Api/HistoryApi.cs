using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Histories;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chinalco.Honors.Web.Api;

/// <summary>How people, units, awards, conferrals, documents and articles became what they are.</summary>
internal static class HistoryApi
{
    private static readonly (string Folder, HistoryOf Of)[] Things =
    [
        ("people", HistoryOf.Person),
        ("units", HistoryOf.Unit),
        ("awards", HistoryOf.Award),
        ("conferrals", HistoryOf.Conferral),
        ("documents", HistoryOf.Document),
        ("articles", HistoryOf.Article),
    ];

    public static void MapHistoryApi(this RouteGroupBuilder group)
    {
        foreach (var (folder, of) in Things)
        {
            group
                .MapGet(
                    $"/{folder}/{{id:guid}}/history",
                    (HistoryQuery query, Guid id, string? topic, int? year, CancellationToken cancellationToken, int page = 1) =>
                        GetAsync(query, of, id, topic, year, page, cancellationToken)
                )
                .Needs(Right.OwnAccount)
                .WithTags("依据与变更")
                .WithSummary("登记人、依据和变更前后的内容，最近的在前");
        }
    }

    private static async Task<Results<Ok<Page<HistoryItem>>, ProblemHttpResult>> GetAsync(
        HistoryQuery query,
        HistoryOf of,
        Guid id,
        string? topic,
        int? year,
        int page,
        CancellationToken cancellationToken
    )
    {
        HistoryTopic? only = null;
        if (topic is not null)
        {
            if (!Enum.TryParse<HistoryTopic>(topic, out var known) || !Enum.IsDefined(known))
            {
                return Problems.BadRequest($"没有类别“{topic}”，请用 {string.Join('、', Enum.GetNames<HistoryTopic>())} 之一。");
            }

            only = known;
        }

        return await query.RunAsync(of, id, new HistoryFilter(only, year, page), cancellationToken) is { } found
            ? TypedResults.Ok(new Page<HistoryItem>([.. found.Entries.Select(ItemOf)], found.Total, found.Filter.Page, found.PageSize))
            : Problems.NotFound("没有可以查看的记录：没有这一项，或不在您可以查看的范围内。");
    }

    private static HistoryItem ItemOf(HistoryEntry entry) =>
        new(
            entry.Id,
            entry.At,
            entry.Topic.ToString(),
            entry.Title,
            entry.By,
            entry.Source,
            entry.About,
            entry.Reason,
            [.. entry.Proofs],
            [.. entry.Changes]
        );

    /// <param name="Topic">The kind of change, such as <c>End</c>.</param>
    /// <param name="By">Who entered it.</param>
    /// <param name="Source">The import or the text that it came from.</param>
    /// <param name="About">What it was done to, where that is not the thing asked for.</param>
    internal sealed record HistoryItem(
        Guid Id,
        DateTimeOffset At,
        string Topic,
        string Title,
        string By,
        HistoryLink? Source,
        HistoryLink? About,
        string? Reason,
        IReadOnlyList<HistoryProof> Proofs,
        IReadOnlyList<HistoryChange> Changes
    );
}
