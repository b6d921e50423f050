using System.Collections.Immutable;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Web.Queries;

namespace Chinalco.Honors.Web.Searching;

/// <summary>The order of a list of results.</summary>
public enum SearchSort
{
    /// <summary>People and names by how well they match, everything else from the latest on.</summary>
    Best = 1,
    Oldest = 2,
    Level = 3,
}

/// <summary>What is searched for.</summary>
/// <param name="Kind">One kind with all its pages; null for the first of each.</param>
/// <param name="Unit">Recipients and people of the unit and of everything below it.</param>
/// <param name="From">The first year.</param>
/// <param name="To">The last year.</param>
/// <param name="Page">From 1.</param>
public sealed record SearchRequest(
    SearchText Text,
    SearchKind? Kind = null,
    AwardLevel? Level = null,
    Guid? Unit = null,
    int? From = null,
    int? To = null,
    ConferralStatus? Status = null,
    SearchSort Sort = SearchSort.Best,
    int Page = 1
)
{
    /// <summary>Rows of each kind on the page of all kinds.</summary>
    internal const int FewRows = 5;

    /// <summary>Rows of a page of one kind.</summary>
    public const int PageSize = 20;

    public bool HasFilter => Level is not null || Unit is not null || From is not null || To is not null || Status is not null;

    internal bool AsksForHonours => Level is not null || From is not null || To is not null || Status is not null;

    internal int Skip => Kind is null ? 0 : (int)Math.Min((long)(Page - 1) * PageSize, int.MaxValue / 2);

    internal int Take => Kind is null ? FewRows : PageSize;
}

/// <summary>A count that stops where nobody reads on.</summary>
/// <param name="IsMore">There are more than <paramref name="Number"/>.</param>
public sealed record Tally(int Number, bool IsMore)
{
    /// <summary>What is counted at most.</summary>
    public const int Most = 1000;

    internal static Tally Of(int countedToOneMore) => new(Math.Min(countedToOneMore, Most), countedToOneMore > Most);
}

/// <summary>The results of one kind.</summary>
public sealed record SearchGroup<T>(Tally Total, ImmutableArray<T> Items)
{
    public static readonly SearchGroup<T> Nothing = new(new Tally(0, IsMore: false), []);
}

/// <summary>Why something was found.</summary>
/// <param name="Kind">What of it matched; null where a filter or several facts together did.</param>
/// <param name="Text">The other name that matched.</param>
public sealed record MatchReason(TermKind? Kind, string? Text = null);

public sealed record PersonHit(PersonRow Person, MatchReason Why);

/// <param name="Peoples">Conferrals to the unit or below it are a search of their own.</param>
public sealed record UnitHit(Guid Id, string Name, MatchReason Why);

public sealed record AwardHit(Guid Id, string Name, AwardLevel Level, string? ConferringBody, MatchReason Why);

public sealed record DocumentHit(Guid Id, string Title, string? Number, string? IssuingBody, DateOnly? Date, MatchReason Why);

/// <param name="Snippet">A literal piece of the text around the first match; the opening words when only the title matches.</param>
public sealed record ArticleHit(ArticleRow Article, string Snippet);

/// <summary>How a name differs from what was typed.</summary>
public enum Nearness
{
    /// <summary>It sounds the same.</summary>
    SameSound = 1,

    /// <summary>One character or letter is wrong, missing or too many.</summary>
    OneOff = 2,
}

/// <summary>A name close to a word that nothing was found for.</summary>
/// <param name="Typed">The word.</param>
/// <param name="Detail">What tells namesakes apart: a person's unit, an award's level.</param>
public sealed record NearName(string Typed, SearchKind Of, Guid Id, string Name, string? Detail, Nearness How);

/// <summary>How many of the conferrals found have a value of a filter.</summary>
public sealed record FacetCount<T>(T Value, string Name, int Count);

/// <summary>The filters that would narrow a list of conferrals.</summary>
/// <param name="IsPart">Not all were counted: there are too many.</param>
public sealed record SearchFacets(
    ImmutableArray<FacetCount<AwardLevel>> Levels,
    ImmutableArray<FacetCount<int>> Years,
    ImmutableArray<FacetCount<ConferralStatus>> Statuses,
    ImmutableArray<FacetCount<Guid>> Units,
    bool IsPart
)
{
    /// <summary>More are not looked through for the counts.</summary>
    public const int MostCounted = 5_000;
}

/// <summary>Everything that a search found.</summary>
/// <param name="Facets">Null but on the page of conferrals.</param>
public sealed record SearchResults(
    SearchGroup<PersonHit> People,
    SearchGroup<UnitHit> Units,
    SearchGroup<AwardHit> Awards,
    SearchGroup<ConferralRow> Conferrals,
    SearchGroup<DocumentHit> Documents,
    SearchGroup<ArticleHit> Articles,
    ImmutableArray<NearName> Near,
    SearchFacets? Facets
)
{
    public Tally TotalOf(SearchKind kind) =>
        kind switch
        {
            SearchKind.Person => People.Total,
            SearchKind.Unit => Units.Total,
            SearchKind.Award => Awards.Total,
            SearchKind.Conferral => Conferrals.Total,
            SearchKind.Document => Documents.Total,
            SearchKind.Article => Articles.Total,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    public bool IsEmpty => Enum.GetValues<SearchKind>().All(kind => TotalOf(kind).Number == 0);
}
