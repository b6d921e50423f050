using System.Globalization;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Components;

/// <summary>Puts dates, citations and states into the site's words.</summary>
internal static class Wording
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Fills the places of a text resource.</summary>
    public static string With(this string text, params object?[] values) => string.Format(CultureInfo.CurrentCulture, text, values);

    public static string Day(DateOnly date) => SiteTexts.Day.With(date.Year, date.Month, date.Day);

    /// <summary>An instant in China's time, to the minute.</summary>
    public static string Instant(DateTimeOffset at)
    {
        var local = at.ToOffset(China);
        return SiteTexts.Instant.With(Day(DateOnly.FromDateTime(local.Date)), local.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    public static string Partial(PartialDate date) =>
        (date.Month, date.Day) switch
        {
            (null, _) => SiteTexts.Year.With(date.Year),
            ({ } month, null) => SiteTexts.Month.With(date.Year, month),
            ({ } month, { } day) => SiteTexts.Day.With(date.Year, month, day),
        };

    /// <summary>A time span; empty when nothing is known of it.</summary>
    /// <param name="openEnd">Whether no end means that it lasts.</param>
    public static string Span(PartialDate? from, PartialDate? to, bool openEnd) =>
        (from, to) switch
        {
            (null, null) => "",
            ({ } f, null) => openEnd ? SiteTexts.SpanSince.With(Partial(f)) : SiteTexts.SpanFrom.With(Partial(f)),
            (null, { } t) => SiteTexts.SpanUntil.With(Partial(t)),
            ({ } f, { } t) => SiteTexts.Span.With(Partial(f), Partial(t)),
        };

    /// <summary>Where it was printed: newspaper, number, day, page, as far as known.</summary>
    public static string Cite(Citation citation)
    {
        var paper = (citation.Newspaper, citation.Number) switch
        {
            ({ } name, { } number) => PressTexts.PaperAndNumber.With(name, number),
            ({ } name, null) => PressTexts.Paper.With(name),
            _ => null,
        };
        var parts = new[]
        {
            paper,
            citation.Date is { } date ? Day(date) : null,
            citation.Page is { } page ? PressTexts.PageNumber.With(page) : null,
        };
        return string.Join(' ', parts.Where(p => p is not null));
    }

    public static string State(ConferralStatus status) =>
        status switch
        {
            ConferralStatus.Confirmed => HonourTexts.StatusConfirmed,
            ConferralStatus.Expired => HonourTexts.StatusExpired,
            ConferralStatus.Deprecated => HonourTexts.StatusDeprecated,
            ConferralStatus.Revoked => HonourTexts.StatusRevoked,
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, message: null),
        };

    public static string Kind(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Confers => HonourTexts.DocumentConfers,
            DocumentKind.Revokes => HonourTexts.DocumentRevokes,
            DocumentKind.Corrects => HonourTexts.DocumentCorrects,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    public static string Kind(RecipientKind kind) =>
        kind switch
        {
            RecipientKind.Person => HonourTexts.ForPeople,
            RecipientKind.Team => HonourTexts.ForTeams,
            RecipientKind.Unit => HonourTexts.ForUnits,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    public static string Kind(UnitNameKind kind) =>
        kind switch
        {
            UnitNameKind.Legal => UnitTexts.NameLegal,
            UnitNameKind.Alias => UnitTexts.NameAlias,
            UnitNameKind.Former => UnitTexts.NameFormer,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    /// <summary>The mark of sample data; null for the genuine.</summary>
    public static string? Sample(Provenance? provenance) =>
        provenance switch
        {
            Provenance.RewrittenSample => SiteTexts.SampleRewritten,
            Provenance.InventedSample => SiteTexts.SampleInvented,
            _ => null,
        };

    /// <summary>The article's title, or its first words when the headline was lost.</summary>
    public static string TitleOf(ArticleRow article) => article.Title ?? PressTexts.Untitled.With(Shorten(article.Opening, 24));

    /// <summary>The first words of a text, on one line and without Markdown's heading signs.</summary>
    public static string Shorten(string text, int longest)
    {
        var line = text.ReplaceLineEndings(" ").Replace("#", "", StringComparison.Ordinal).Trim();
        return line.Length <= longest ? line : string.Concat(line.AsSpan(0, longest), "…");
    }

    /// <summary>Points with at most two decimals.</summary>
    public static string Points(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A count with thousands apart.</summary>
    public static string Count(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>The CSS class of a level: one palette wherever a level is shown.</summary>
    public static string LevelClass(AwardLevel level) => "level-" + ((int)level).ToString(CultureInfo.InvariantCulture);
}
