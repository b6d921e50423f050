using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Searching;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chinalco.Honors.Web.Api;

/// <summary>Search over everything, and suggestions while somebody types.</summary>
internal static class SearchApi
{
    public static RouteGroupBuilder MapSearchApi(this RouteGroupBuilder group)
    {
        group.MapGet("/", SearchAsync).WithSummary("按姓名、拼音、工号、单位、荣誉、文号、级别或年份查找，并全文检索文章");
        group.MapGet("/suggestions", SuggestAsync).WithSummary("输入时的提示：人物、单位和荣誉");
        return group;
    }

    private static async Task<Results<Ok<SearchAnswer>, ProblemHttpResult>> SearchAsync(
        SearchQuery search,
        CancellationToken cancellationToken,
        string? q = null,
        string? kind = null,
        string? level = null,
        Guid? unit = null,
        int? from = null,
        int? to = null,
        string? status = null,
        string? sort = null,
        int page = 1
    )
    {
        var text = SearchText.Read(q);
        if (text.Words.IsEmpty)
        {
            return Problems.BadRequest("请在 q 中给出要查找的姓名、单位、荣誉、文号或文章用语，符号不能单独查找。");
        }

        var (kinds, levels, statuses, sorts) = (
            SearchWords.KindOf(kind),
            AwardLevelNames.FromChinese(level),
            SearchWords.StatusOf(status),
            SearchWords.SortOf(sort)
        );
        if ((kind is not null && kinds is null) || (level is not null && levels is null))
        {
            return Problems.BadRequest(
                "kind 须为 people、units、awards、conferrals、documents 或 articles，level 须为级别名称，如 国家级。"
            );
        }

        if ((status is not null && statuses is null) || (sort is not null && sorts is null))
        {
            return Problems.BadRequest("status 须为 confirmed、expired 或 revoked，sort 须为 best、oldest 或 level。");
        }

        var request = new SearchRequest(text, kinds, levels, unit, from, to, statuses, sorts ?? SearchSort.Best, page);
        return TypedResults.Ok(Answer(request, await search.RunAsync(request, cancellationToken)));
    }

    private static async Task<Ok<IReadOnlyList<SuggestionItem>>> SuggestAsync(
        SuggestionQuery suggestions,
        CancellationToken cancellationToken,
        string? q = null
    )
    {
        var found = await suggestions.RunAsync(q, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<SuggestionItem>>([
            .. found.Select(s => new SuggestionItem(
                SearchWords.NameOf(s.Of),
                SearchWords.ToChinese(s.Of),
                s.Id,
                s.Name,
                s.Detail,
                SearchWords.Why(new MatchReason(s.Kind, s.Kind is TermKind.Pinyin or TermKind.Initials ? s.Term : null)),
                SearchWords.AddressOf(s.Of, s.Id)
            )),
        ]);
    }

    private static SearchAnswer Answer(SearchRequest request, SearchResults results) =>
        new(
            request.Text.Text,
            [.. request.Text.Words.Select(w => w.Typed)],
            Group(
                results.People,
                h => new FoundPerson(h.Person.Id, h.Person.Name, h.Person.Unit, h.Person.ConferralCount, SearchWords.Why(h.Why))
            ),
            Group(results.Units, h => new FoundUnit(h.Id, h.Name, SearchWords.Why(h.Why))),
            Group(results.Awards, h => new FoundAward(h.Id, h.Name, h.Level.ToChinese(), SearchWords.Why(h.Why))),
            Group(results.Conferrals, Item),
            Group(
                results.Documents,
                h => new FoundDocument(h.Id, h.Title, h.Number, h.IssuingBody, h.Date, SearchWords.WhyDocument(h.Why))
            ),
            Group(results.Articles, h => new FoundArticle(h.Article.Id, Wording.TitleOf(h.Article), h.Snippet)),
            [
                .. results.Near.Select(n => new NearNameItem(
                    n.Typed,
                    SearchWords.NameOf(n.Of),
                    n.Id,
                    n.Name,
                    n.Detail,
                    SearchWords.Why(n.How)
                )),
            ]
        );

    private static FoundGroup<TItem> Group<T, TItem>(SearchGroup<T> found, Func<T, TItem> item) =>
        new(found.Total.Number, found.Total.IsMore, [.. found.Items.Select(item)]);

    private static FoundConferral Item(ConferralRow row) =>
        new(
            row.Id,
            row.Award.Id,
            row.Award.Name,
            row.Level.ToChinese(),
            row.Year,
            SearchWords.NameOf(row.Status),
            [.. row.Recipients.Select(r => new FoundRecipient(r.HonoreeId, r.UnitId, r.Name, r.Unit))]
        );

    /// <param name="Total">How many there are, up to a thousand.</param>
    /// <param name="More">Whether there are more than that.</param>
    internal sealed record FoundGroup<T>(int Total, bool More, IReadOnlyList<T> Items);

    /// <param name="Words">The words that were looked for.</param>
    /// <param name="Near">Names close to a word that nothing was found for.</param>
    internal sealed record SearchAnswer(
        string Text,
        IReadOnlyList<string> Words,
        FoundGroup<FoundPerson> People,
        FoundGroup<FoundUnit> Units,
        FoundGroup<FoundAward> Awards,
        FoundGroup<FoundConferral> Conferrals,
        FoundGroup<FoundDocument> Documents,
        FoundGroup<FoundArticle> Articles,
        IReadOnlyList<NearNameItem> Near
    );

    /// <param name="Why">Why it was found, in Chinese; absent when the name itself says so.</param>
    internal sealed record FoundPerson(Guid Id, string Name, string? Unit, int ConferralCount, string? Why);

    internal sealed record FoundUnit(Guid Id, string Name, string? Why);

    internal sealed record FoundAward(Guid Id, string Name, string Level, string? Why);

    internal sealed record FoundRecipient(Guid? HonoreeId, Guid? UnitId, string Name, string? Unit);

    internal sealed record FoundConferral(
        Guid Id,
        Guid AwardId,
        string Award,
        string Level,
        int? Year,
        string Status,
        IReadOnlyList<FoundRecipient> Recipients
    );

    internal sealed record FoundDocument(Guid Id, string Title, string? Number, string? IssuingBody, DateOnly? Date, string? Why);

    /// <param name="Snippet">A literal piece of the text; an ellipsis where it was cut.</param>
    internal sealed record FoundArticle(Guid Id, string Title, string Snippet);

    internal sealed record NearNameItem(string Typed, string Kind, Guid Id, string Name, string? Detail, string Why);

    /// <param name="KindName">The kind in Chinese.</param>
    internal sealed record SuggestionItem(string Kind, string KindName, Guid Id, string Name, string? Detail, string? Why, string Href);
}
