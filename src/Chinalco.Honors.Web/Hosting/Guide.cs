using System.Collections.Immutable;
using System.Text;
using Chinalco.Honors.Web.Reading;

namespace Chinalco.Honors.Web.Hosting;

/// <summary>The user's guide: the Markdown files of docs/guide, which are built into the site.</summary>
internal sealed class Guide
{
    private const string Folder = "guide/";

    private const string Images = "guide/images/";

    private static readonly System.Reflection.Assembly Home = typeof(Guide).Assembly;

    private static readonly ImmutableHashSet<string> Resources = [.. Home.GetManifestResourceNames()];

    private readonly ImmutableArray<GuidePage> pages = [.. Resources.Where(IsPage).OrderBy(NumberOf).Select(Read)];

    /// <summary>The pages in the order of their file names.</summary>
    public IReadOnlyList<GuidePage> Pages => pages;

    public GuidePage? Find(string name) => pages.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A screenshot of the guide.</summary>
    public IResult ServeImage(string name) =>
        Resources.Contains(Images + name) && Home.GetManifestResourceStream(Images + name) is { } image
            ? TypedResults.Stream(image, "image/png")
            : TypedResults.NotFound();

    private static bool IsPage(string resource) =>
        resource.StartsWith(Folder, StringComparison.Ordinal) && resource.EndsWith(".md", StringComparison.Ordinal);

    private static GuidePage Read(string resource)
    {
        using var reader = new StreamReader(Home.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        var (title, body) = text.IndexOf('\n', StringComparison.Ordinal) is var end and > 0 ? (text[..end], text[end..]) : (text, "");
        return new GuidePage(
            NameOf(resource),
            title.TrimStart('#', ' '),
            MarkdownText.Guide(body, url => Resources.Contains(Folder + url) ? "/help/" + url : null)
        );
    }

    private static int NumberOf(string resource)
    {
        var digits = resource[Folder.Length..].TakeWhile(char.IsAsciiDigit).ToArray();
        return int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
    }

    /// <summary>Files are numbered to give their order; addresses are not.</summary>
    private static string NameOf(string resource)
    {
        var file = resource[Folder.Length..^".md".Length];
        return file.TrimStart("0123456789-".ToCharArray());
    }
}

/// <summary>A page of the guide.</summary>
/// <param name="Html">Safe HTML below the title.</param>
internal sealed record GuidePage(string Name, string Title, string Html);
