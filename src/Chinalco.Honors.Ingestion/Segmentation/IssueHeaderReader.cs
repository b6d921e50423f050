using Chinalco.Honors.Ingestion.Reading;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>Reads newspaper, issue number, date and page from mastheads, front matter or the date under a document.</summary>
internal static class IssueHeaderReader
{
    private static readonly Pattern Issue = new(@"[总總]第 ?(?<n>\d{1,6}) ?期");
    private static readonly Pattern IssueOfYear = new(@"第 ?(?<n>\d{1,6}) ?期");
    private static readonly Pattern Day = new(@"(?<y>\d{4})( ?年 ?|[.\-/])(?<m>\d{1,2})( ?月 ?|[.\-/])(?<d>\d{1,2})");
    private static readonly Pattern ChineseDay = new(
        @"(?<y>[〇零○一二三四五六七八九]{4})年(?<m>[一二三四五六七八九十]{1,2})月(?<d>[一二三四五六七八九十]{1,3})日"
    );
    private static readonly Pattern Month = new(@"(?<y>\d{4}) ?年 ?(?<m>\d{1,2}) ?月");
    private static readonly Pattern Page = new(@"(^|[ ·第（])(?<p>[一二三四五六七八九十]{1,3}|\d{1,2}) ?版");
    private static readonly Pattern LonePage = new(@" (?<p>\d{1,2}) ");
    private static readonly Pattern Newspaper = new(@"^(\S{2,14}(报|報|通讯|通訊|导报|快讯|周刊))$", longest: 16);

    /// <summary>What the file says about the issue it comes from.</summary>
    public static IssueHeader Read(List<Block> blocks, FrontMatter? frontMatter)
    {
        var mastheads = blocks.FindAll(block => block.Kind == BlockKind.Masthead);
        var date = First(mastheads, DateOf) ?? frontMatter?.Date;
        if (date is null && mastheads.Count == 0 && blocks.Count > 0)
        {
            // A document bears its date under the signature, in one of the last lines.
            date = blocks.TakeLast(4).Select(block => DateOf(block.Text)).LastOrDefault(found => found is not null);
        }

        var number = First(mastheads, text => NumberIn(text, Issue)) ?? First(mastheads, text => NumberIn(text, IssueOfYear));
        return new(
            mastheads.Select(block => NewspaperOf(block.Text)).FirstOrDefault(name => name is not null),
            number ?? frontMatter?.IssueNumber,
            date
        );
    }

    /// <summary>The page a masthead or folio names.</summary>
    public static int? PageOf(string masthead)
    {
        var match = Page.Find(masthead) ?? LonePage.Find(masthead);
        return match is null ? null : Marks.Number(match.Groups["p"].Value);
    }

    private static DateOnly? DateOf(string text)
    {
        if (Day.Find(text) is { } day)
        {
            return Date(day.Groups["y"].Value, day.Groups["m"].Value, day.Groups["d"].Value);
        }

        if (ChineseDay.Find(text) is { } written)
        {
            var year = string.Concat(written.Groups["y"].Value.Select(c => Marks.Number(c.ToString()) ?? 0));
            return Date(year, Numeral(written, "m"), Numeral(written, "d"));
        }

        return Month.Find(text) is { } month ? Date(month.Groups["y"].Value, month.Groups["m"].Value, "1") : null;
    }

    private static string Numeral(System.Text.RegularExpressions.Match match, string group) =>
        (Marks.Number(match.Groups[group].Value) ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly? Date(string year, string month, string day)
    {
        return
            (Number(year), Number(month), Number(day)) is ({ } y, { } m, { } d)
            && y is >= 1900 and <= 2200
            && m is >= 1 and <= 12
            && d >= 1
            && d <= DateTime.DaysInMonth(y, m)
            ? new DateOnly(y, m, d)
            : null;
    }

    private static string? NewspaperOf(string masthead)
    {
        var words = masthead.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = words[0];
        var standsBesideDate = DateOf(masthead) is not null || IssueOfYear.IsIn(masthead);
        return Array.Find(words, Newspaper.IsIn)
            ?? (
                standsBesideDate && name.Length >= 3 && name.All(Marks.IsHan) && !name.StartsWith("星期", StringComparison.Ordinal)
                    ? name
                    : null
            );
    }

    private static int? NumberIn(string text, Pattern pattern) => pattern.Find(text) is { } match ? Number(match.Groups["n"].Value) : null;

    private static T? First<T>(List<Block> mastheads, Func<string, T?> read)
        where T : struct => mastheads.Select(block => read(block.Text)).FirstOrDefault(value => value is not null);

    private static int? Number(string digits) => PrintedNumber.Of(digits);
}
