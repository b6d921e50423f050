using System.Globalization;
using System.Text;
using System.Text.Json;
using Chinalco.Honors.Ingestion.Segmentation;

namespace Chinalco.Honors.Ingestion.Tests.Segmentation;

/// <summary>
/// Article boundaries against gold, as the scorer counts them: an article is right when its title fits (untitled: it begins with the first
/// words), its last words lie inside it and no other article's first words do.
/// </summary>
internal sealed class ArticleBoundaryScore
{
    private const string Ignored = "“”\"‘’'「」『』《》〈〉（）()[]【】·・•,，.。、:：;；—-－~～!！?？";

    private int right;
    private int wrong;
    private readonly List<string> missed = [];

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => 2.0 * right / ((2 * right) + wrong + missed.Count);

    /// <summary>File and title of every gold article that was not found.</summary>
    public IReadOnlyList<string> Missed => missed;

    /// <summary>Scores one file.</summary>
    public void Add(SegmentedSource found, JsonElement gold)
    {
        var left = found.Articles.Select(article => new Found(article)).ToList();
        var golds = gold.GetProperty("articles").EnumerateArray().Select(article => new Gold(article)).ToList();
        foreach (var wanted in golds)
        {
            var foreign = golds
                .Where(other => other != wanted && other.First.Length >= 8 && Head(other.First, 10) != Head(wanted.First, 10))
                .ToList();
            var hit = left.Find(article =>
                wanted.Begins(article)
                && article.Whole.Contains(Tail(wanted.Last, 8), StringComparison.Ordinal)
                && !foreign.Exists(other => article.Whole.Contains(Head(other.First, 10), StringComparison.Ordinal))
            );
            if (hit is null)
            {
                missed.Add($"{found.Source.FileName}: {wanted.First}");
            }
            else
            {
                left.Remove(hit);
                right++;
            }
        }

        wrong += left.Count;
    }

    private static string Normal(string? text)
    {
        var kept = (text ?? "")
            .Normalize(NormalizationForm.FormKC)
            .Where(c => !char.IsWhiteSpace(c) && !Ignored.Contains(c, StringComparison.Ordinal));
        return string.Concat(kept).ToLower(CultureInfo.InvariantCulture);
    }

    private static string Head(string text, int length) => text[..Math.Min(length, text.Length)];

    private static string Tail(string text, int length) => text[^Math.Min(length, text.Length)..];

    private sealed class Found(SegmentedArticle article)
    {
        public string Title { get; } = Normal(article.Title);

        public string Whole { get; } = Normal(article.Title) + string.Concat(article.Subtitles.Select(Normal)) + Normal(article.Text);
    }

    // Titles of traditional articles are compared as printed: simplifying values is the task of the findings.
    private sealed class Gold(JsonElement article)
    {
        public string Title { get; } = Head(Normal(Text(article, "title_printed") ?? Text(article, "title")), 12);

        public string First { get; } = Normal(Text(article, "first_words"));

        public string Last { get; } = Normal(Text(article, "last_words"));

        public bool Begins(Found found) =>
            Title.Length > 0
                ? found.Title.Contains(Title, StringComparison.Ordinal)
                : Head(found.Whole, 60).Contains(Head(First, 10), StringComparison.Ordinal);

        private static string? Text(JsonElement element, string name) =>
            element.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
