using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Benchmarks.Ingestion;

/// <summary>
/// Text of any length in the language of the samples: their sentences, shuffled into new paragraphs and articles, with the people's names
/// changed from copy to copy. (Copies of whole paragraphs would be left out as reprints and cost nothing.)
/// </summary>
internal sealed class SampleText
{
    private const int SentencesInParagraph = 4;
    private const int ParagraphsInArticle = 7;

    private readonly ImmutableArray<string> sentences;
    private readonly ImmutableArray<string> titles;
    private readonly ImmutableArray<string> known;
    private readonly ILookup<int, string> names;

    /// <param name="seeds">The folder with the samples.</param>
    /// <param name="names">The names to put in the place of the samples' own.</param>
    public SampleText(string seeds, ImmutableArray<string> names)
    {
        var files = new[] { "articles", "newspaper", "documents" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(seeds, folder)))
            .Order(StringComparer.Ordinal)
            .ToList();
        var lines = files.SelectMany(File.ReadLines).Select(line => line.Trim()).Where(line => line.Length > 1).ToList();
        sentences =
        [
            .. lines
                .Where(line => line.Contains('。', StringComparison.Ordinal))
                .SelectMany(line => line.Split('。', StringSplitOptions.RemoveEmptyEntries))
                .Where(sentence => sentence.Length > 5)
                .Select(sentence => sentence + "。"),
        ];
        titles = [.. lines.Where(line => line.StartsWith("title:", StringComparison.Ordinal)).Select(line => line[6..].Trim())];
        known =
        [
            .. SeedCatalogue
                .ReadRoster(Path.Combine(seeds, "roster.csv"))
                .Select(person => person.Name)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(name => name.Length)
                .ThenBy(name => name, StringComparer.Ordinal),
        ];
        this.names = names.ToLookup(name => name.Length);
    }

    /// <summary>Articles in Markdown, one after the other, of about so many characters altogether.</summary>
    public ImmutableArray<string> Articles(int characters, int seed)
    {
        var random = new Random(seed);
        var articles = ImmutableArray.CreateBuilder<string>();
        for (var length = 0; length < characters; )
        {
            var (title, body) = Article(random);
            articles.Add($"# {title}\n\n{body}");
            length += articles[^1].Length;
        }

        return articles.ToImmutable();
    }

    /// <summary>One newspaper page of about so many characters: titles, author lines and paragraphs below each other.</summary>
    public string Page(int characters, int seed)
    {
        var random = new Random(seed);
        var page = new StringBuilder();
        while (page.Length < characters)
        {
            var (title, body) = Article(random);
            page.Append(title).Append("\n\n□ ").Append(Name(random, 3)).Append("\n\n").Append(body).Append('\n');
        }

        return page.ToString();
    }

    /// <summary>One article of about so many characters.</summary>
    public string OneArticle(int characters, int seed)
    {
        var random = new Random(seed);
        var article = new StringBuilder("# 一年里的人和事\n\n");
        while (article.Length < characters)
        {
            article.Append(Article(random).Body).Append('\n');
        }

        return article.ToString();
    }

    /// <summary>One decision with a list of winners of about so many characters.</summary>
    public string WinnerList(int characters, int seed)
    {
        var random = new Random(seed);
        var list = new StringBuilder("关于表彰石桥铜业2024年度先进个人的决定\n\n一、石桥铜业劳动模范\n");
        for (var row = 1; list.Length < characters; row++)
        {
            list.Append(CultureInfo.InvariantCulture, $"{row % 900 + 1}. {Name(random, 3)}　石桥铜业采矿场凿岩台车司机\n");
        }

        return list.ToString();
    }

    private (string Title, string Body) Article(Random random)
    {
        var body = new StringBuilder();
        for (var paragraph = 0; paragraph < ParagraphsInArticle; paragraph++)
        {
            for (var i = 0; i < SentencesInParagraph; i++)
            {
                body.Append(sentences[random.Next(sentences.Length)]);
            }

            body.Append("\n\n");
        }

        // Each of the samples' people is somebody else in each article, and the same person throughout it.
        foreach (var name in known)
        {
            body.Replace(name, Name(random, name.Length));
        }

        return (titles[random.Next(titles.Length)], body.ToString());
    }

    private string Name(Random random, int length)
    {
        var fitting = names[Math.Clamp(length, 2, 3)];
        return fitting.ElementAt(random.Next(fitting.Count()));
    }
}
