using System.Globalization;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Searching;

/// <summary>The words of searches: those of addresses and the API, and those that the reader sees.</summary>
internal static class SearchWords
{
    /// <summary>The kind's name in addresses and in the API.</summary>
    public static string NameOf(SearchKind kind) =>
        kind switch
        {
            SearchKind.Person => "people",
            SearchKind.Unit => "units",
            SearchKind.Award => "awards",
            SearchKind.Conferral => "conferrals",
            SearchKind.Document => "documents",
            SearchKind.Article => "articles",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    public static SearchKind? KindOf(string? name) => Named(Enum.GetValues<SearchKind>(), NameOf, name);

    public static string NameOf(ConferralStatus status) => Small(status);

    /// <summary>A status that conferrals are found with; what was entered wrongly is not found.</summary>
    public static ConferralStatus? StatusOf(string? name) =>
        Named([ConferralStatus.Confirmed, ConferralStatus.Expired, ConferralStatus.Revoked], Small, name);

    public static SearchSort? SortOf(string? name) => Named(Enum.GetValues<SearchSort>(), Small, name);

    public static string ToChinese(SearchKind kind) =>
        kind switch
        {
            SearchKind.Person => SearchTexts.People,
            SearchKind.Unit => SearchTexts.Units,
            SearchKind.Award => SearchTexts.Awards,
            SearchKind.Conferral => SearchTexts.Conferrals,
            SearchKind.Document => SearchTexts.Documents,
            SearchKind.Article => SearchTexts.Articles,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    public static string ToChinese(SearchSort sort) =>
        sort switch
        {
            SearchSort.Best => SearchTexts.SortBest,
            SearchSort.Oldest => SearchTexts.SortOldest,
            SearchSort.Level => SearchTexts.SortLevel,
            _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, message: null),
        };

    /// <summary>Why it was found; null where the name itself shows it.</summary>
    public static string? Why(MatchReason reason) =>
        reason.Kind switch
        {
            null or TermKind.Name or TermKind.NamePart or TermKind.Printed or TermKind.PrintedPart => null,
            TermKind.Recipient or TermKind.RecipientPart => null,
            TermKind.Alias or TermKind.AliasPart => reason.Text is { } alias ? SearchTexts.WhyAlias.With(alias) : null,
            TermKind.Former or TermKind.FormerPart => reason.Text is { } former ? SearchTexts.WhyFormer.With(former) : null,
            TermKind.Number => SearchTexts.WhyNumber,
            TermKind.NumberPart => SearchTexts.WhyDocumentNumber,
            TermKind.Pinyin or TermKind.PinyinPart => SearchTexts.WhyPinyin.With(reason.Text).TrimEnd(),
            TermKind.Initials => SearchTexts.WhyInitials.With(reason.Text).TrimEnd(),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Kind, message: null),
        };

    public static string Why(Nearness how) =>
        how switch
        {
            Nearness.SameSound => SearchTexts.WhySameSound,
            Nearness.OneOff => SearchTexts.WhyOneOff,
            _ => throw new ArgumentOutOfRangeException(nameof(how), how, message: null),
        };

    /// <summary>Why a document was found: its number is no employee's.</summary>
    public static string? WhyDocument(MatchReason reason) =>
        reason.Kind is TermKind.Number or TermKind.NumberPart ? SearchTexts.WhyDocumentNumber : null;

    public static string Count(Tally tally) =>
        tally.IsMore ? SearchTexts.MoreThan.With(Wording.Count(tally.Number)) : Wording.Count(tally.Number);

    /// <summary>The page of what was found.</summary>
    public static string AddressOf(SearchKind of, Guid id) =>
        of switch
        {
            SearchKind.Person => Address.Person(id),
            SearchKind.Unit => Address.Unit(id),
            SearchKind.Award => Address.Award(id),
            SearchKind.Document => Address.Document(id),
            SearchKind.Article => Address.Article(id),
            _ => throw new ArgumentOutOfRangeException(nameof(of), of, message: null),
        };

    /// <summary>A search as a link.</summary>
    public static string AddressOf(SearchRequest request) =>
        Address.With(
            "/search",
            ("q", request.Text.Text),
            ("kind", request.Kind is { } kind ? NameOf(kind) : null),
            ("level", request.Level?.ToChinese()),
            ("unit", request.Unit?.ToString()),
            ("from", Text(request.From)),
            ("to", Text(request.To)),
            ("status", request.Status is { } status ? Small(status) : null),
            ("sort", request.Sort == SearchSort.Best ? null : Small(request.Sort)),
            ("page", request.Page > 1 ? Text(request.Page) : null)
        );

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Small<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T? Named<T>(IEnumerable<T> values, Func<T, string> nameOf, string? name)
        where T : struct => name is null ? null : values.Where(v => nameOf(v) == name).Select(v => (T?)v).FirstOrDefault();
}
