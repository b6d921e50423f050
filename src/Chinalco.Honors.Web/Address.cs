using System.Globalization;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Web.Histories;
using Chinalco.Honors.Web.Nominations;
using Chinalco.Honors.Web.Quality;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Rankings;
using Chinalco.Honors.Web.Reading;
using Chinalco.Honors.Web.Requests;
using Microsoft.AspNetCore.Http.Extensions;

namespace Chinalco.Honors.Web;

/// <summary>The addresses of the site's pages. Links carry every filter, so that any view can be kept, printed and sent.</summary>
internal static class Address
{
    public static string Person(Guid id) => $"/people/{id}";

    /// <summary>The person with the honours as a table.</summary>
    public static string PersonTable(Guid id) => Person(id) + "?view=table";

    public static string PersonPrint(Guid id) => Person(id) + "/print";

    /// <summary>Where files about a person are asked for.</summary>
    public static string PersonExports(Guid id) => Person(id) + "/exports";

    /// <summary>Where two entries of one person are made one.</summary>
    public static string Merge(Guid id, Guid? other = null) => Person(id) + "/merge" + (other is null ? "" : $"?with={other}");

    /// <summary>Where one entry of two people is divided.</summary>
    public static string Split(Guid id) => Person(id) + "/split";

    public static string PersonEdit(Guid id) => Person(id) + "/edit";

    public static string Award(Guid id) => $"/awards/{id}";

    public static string AwardEdit(Guid id) => Award(id) + "/edit";

    public static string Document(Guid id) => $"/documents/{id}";

    /// <summary>One honour, for those who keep it.</summary>
    /// <param name="part">What is done with it: <c>edit</c>, <c>evidence</c> …; null for the honour itself.</param>
    public static string Conferral(Guid id, string? part = null) => part is null ? $"/conferrals/{id}" : $"/conferrals/{id}/{part}";

    /// <summary>How something became what it is.</summary>
    public static string History(HistoryOf of, Guid id) =>
        of switch
        {
            HistoryOf.Person => Person(id),
            HistoryOf.Unit => Unit(id),
            HistoryOf.Award => Award(id),
            HistoryOf.Conferral => Conferral(id),
            HistoryOf.Document => Document(id),
            HistoryOf.Article => Article(id),
            _ => throw new ArgumentOutOfRangeException(nameof(of), of, message: null),
        } + "/history";

    /// <summary>A part of a history.</summary>
    public static string History(HistoryOf of, Guid id, HistoryFilter filter) =>
        With(
            History(of, id),
            ("topic", filter.Topic?.ToString()),
            ("year", filter.Year?.ToString(CultureInfo.InvariantCulture)),
            ("page", filter.Page > 1 ? filter.Page.ToString(CultureInfo.InvariantCulture) : null)
        );

    /// <summary>A scan of a document.</summary>
    public static string Scan(Guid document, Guid file) => $"/documents/{document}/files/{file}";

    public static string Unit(Guid id) => $"/units/{id}";

    /// <summary>A ranking of units.</summary>
    public static string Ranking(RankingFilter filter) => With("/ranking", filter.Parameters);

    /// <summary>What a unit's points in a ranking are made of.</summary>
    public static string Breakdown(Guid unit, RankingFilter filter) => With($"/ranking/{unit}", (filter with { Page = 1 }).Parameters);

    /// <summary>The honours that make a part of a unit's points.</summary>
    public static string Cell(Guid unit, RankingFilter filter, RankingCell cell) =>
        With($"/ranking/{unit}/conferrals", [.. filter.Parameters, .. cell.Parameters]);

    /// <summary>All published policies; with a name, that one.</summary>
    public static string Policies(string? name = null) => "/ranking/policies" + (name is null ? "" : $"#p-{name}");

    /// <summary>Who could be nominated in a round.</summary>
    public static string Shortlist(Guid round, ShortlistFilter filter) => With($"/nominations/{round}/shortlist", filter.Parameters);

    /// <summary>Where a draft is written.</summary>
    public static string PolicyDraft(Guid id) => $"/ranking/policies/{id}/edit";

    /// <summary>The organisation tree.</summary>
    /// <param name="on">Of which day; null for today.</param>
    /// <param name="under">From which unit down; null for the whole.</param>
    public static string Units(PartialDate? on, Guid? under) => With("/units", ("on", on?.ToString()), ("under", under?.ToString()));

    /// <summary>A part of a unit's page.</summary>
    public static string Unit(Guid id, UnitPart part, int page = 1) =>
        With(
            Unit(id),
            ("part", part == UnitPart.Overview ? null : part.ToString()),
            ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null)
        );

    /// <summary>Where a unit is changed.</summary>
    public static string UnitOrder(Guid id, string? what = null) => With(Unit(id) + "/edit", ("do", what));

    /// <summary>The leader's page of a unit.</summary>
    public static string Brief(Guid id) => Unit(id) + "/brief";

    /// <summary>Who holds the whole ladder.</summary>
    public static string Ladder(Guid? unit = null, AwardFamily? family = null) =>
        With("/ladder", ("unit", unit?.ToString()), ("family", family?.ToChinese()));

    /// <summary>The packet of a nomination.</summary>
    public static string Packet(Guid nomination) => $"/nominations/of/{nomination}/packet";

    /// <summary>The archive of a packet that was made.</summary>
    public static string PacketFile(Guid nomination, Guid packet) => $"{Packet(nomination)}/{packet}/file";

    /// <summary>One paper of a packet as it would be made now.</summary>
    public static string PacketPaper(Guid nomination, Packets.Papers.Paper paper) => $"{Packet(nomination)}/papers/{paper}";

    /// <summary>The templates of papers.</summary>
    public const string Templates = "/nominations/templates";

    /// <summary>The product's own template of a paper.</summary>
    public static string StandardTemplate(Packets.Papers.Paper paper) => $"{Templates}/standard/{paper}";

    /// <summary>A template that the union uploaded.</summary>
    public static string Template(Guid id) => $"{Templates}/{id}/file";

    public static string Article(Guid id) => $"/articles/{id}";

    public static string Issue(Guid id) => $"/issues/{id}";

    public static string Round(Guid id) => $"/rounds/{id}";

    /// <summary>The changes of a round.</summary>
    /// <param name="touching">Only those that an honour rests on.</param>
    public static string Round(Guid id, ChangeKind? kind, bool touching, int page) =>
        With(
            Round(id),
            ("kind", kind?.ToString()),
            ("honour", touching ? "1" : null),
            ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null)
        );

    /// <summary>The picture of a newspaper's page.</summary>
    public static string PageImage(Guid issue, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"/issues/{issue}/pages/{page}/image");

    /// <summary>Where the pictures of an issue's pages are kept.</summary>
    public static string PageImages(Guid issue) => $"/issues/{issue}/pages";

    /// <summary>What the user asked.</summary>
    public const string OwnRequests = "/me/requests";

    /// <summary>The form for asking something.</summary>
    /// <param name="person">Whom the user says to be.</param>
    public static string NewRequest(RequestKind kind, RequestFact fact, Guid? person = null, Guid? honour = null, Guid? article = null) =>
        With(
            OwnRequests + "/new",
            ("kind", kind.ToString()),
            ("fact", fact.ToString()),
            ("person", person?.ToString()),
            ("honour", honour?.ToString()),
            ("article", article?.ToString())
        );

    /// <summary>A request, for those who decide.</summary>
    public static string Request(Guid id) => $"/requests/{id}";

    /// <summary>The photo that came with a request.</summary>
    public static string RequestFile(Guid id) => $"/requests/{id}/file";

    /// <summary>Requests, for those who decide. Without a state those that wait.</summary>
    public static string Requests(RequestFilter filter) =>
        With(
            "/requests",
            ("kind", filter.Kind?.ToString()),
            (
                "state",
                filter.State is { } state
                    ? state == RequestState.Waiting
                        ? null
                        : state.ToString()
                    : "all"
            ),
            ("page", filter.Page > 1 ? filter.Page.ToString(CultureInfo.InvariantCulture) : null)
        );

    public static string Account(Guid id) => $"/accounts/{id}";

    public static string Import(Guid id, string? kind = null, int page = 1) =>
        With($"/imports/{id}", ("kind", kind), ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null));

    /// <summary>Things of one kind to put right.</summary>
    public static string Quality(QualityKind kind, int page = 1) =>
        With($"/quality/{kind}", ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null));

    public static string Accounts(string? text, Role? role, int page) =>
        With("/accounts", ("q", text), ("role", role?.ToString()), ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null));

    /// <summary>The article at the passage.</summary>
    public static string Passage(Guid article, int start, int end) => $"/articles/{article}#{TextMark.FragmentOf(start, end)}";

    public static string Passage(PassageLink passage) => Passage(passage.ArticleId, passage.Start, passage.End);

    /// <summary>A list of people.</summary>
    public static string People(PeopleFilter filter) =>
        With(
            "/people",
            ("q", filter.Text),
            ("unit", filter.Unit),
            ("award", filter.Award),
            ("level", filter.Level?.ToChinese()),
            ("year", filter.Year?.ToString(CultureInfo.InvariantCulture)),
            ("page", filter.Page > 1 ? filter.Page.ToString(CultureInfo.InvariantCulture) : null)
        );

    /// <summary>Audit records.</summary>
    public static string Audit(AuditFilter filter) =>
        With(
            "/audit",
            ("person", filter.Person),
            ("user", filter.User),
            ("kind", filter.Kind),
            ("id", filter.Id?.ToString()),
            ("action", filter.Action),
            ("from", filter.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("to", filter.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("page", filter.Page > 1 ? filter.Page.ToString(CultureInfo.InvariantCulture) : null)
        );

    /// <summary>The page of what an audit record is about; null when there is none.</summary>
    public static string? OfSubject(string kind, Guid id) =>
        kind switch
        {
            AuditKinds.Honoree => Person(id),
            AuditKinds.Unit => Unit(id),
            AuditKinds.Award => Award(id),
            AuditKinds.Document => Document(id),
            AuditKinds.Article => Article(id),
            AuditKinds.Issue => Issue(id),
            AuditKinds.Round => Round(id),
            AuditKinds.Programme => Components.Nominations.NominationAddress.Programme(id),
            AuditKinds.NominationRound => Components.Nominations.NominationAddress.Round(id),
            _ => null,
        };

    /// <summary>A path with those parameters that have a value.</summary>
    public static string With(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in parameters)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return path + query;
    }
}
