using Chinalco.Honors.Web.Exports;
using Chinalco.Honors.Web.Histories;
using Chinalco.Honors.Web.LookUps;
using Chinalco.Honors.Web.Nominations;
using Chinalco.Honors.Web.Quality;
using Chinalco.Honors.Web.Rankings;
using Chinalco.Honors.Web.Requests;
using Chinalco.Honors.Web.Searching;

namespace Chinalco.Honors.Web.Queries;

/// <summary>Registers the queries behind pages and API.</summary>
internal static class QueryServices
{
    public static IServiceCollection AddHonorsQueries(this IServiceCollection services) =>
        services
            .AddScoped<HomeQuery>()
            .AddScoped<ImportsQuery>()
            .AddScoped<JobsQuery>()
            .AddScoped<RoundsQuery>()
            .AddScoped<RoundQuery>()
            .AddScoped<NameQuery>()
            .AddScoped<PeopleQuery>()
            .AddScoped<PersonQuery>()
            .AddScoped<PersonTiesQuery>()
            .AddScoped<CertificateNumbers>()
            .AddScoped<PersonExportQuery>()
            .AddScoped<HistoryAccess>()
            .AddScoped<HistoryQuery>()
            .AddScoped<QualityQuery>()
            .AddScoped<LookUpQuery>()
            .AddScoped<LookUpDesk>()
            .AddScoped<ReviewQuery>()
            .AddScoped<PersonKeepingQuery>()
            .AddScoped<PersonEntryQuery>()
            .AddScoped<AwardKeepingQuery>()
            .AddScoped<AwardsQuery>()
            .AddScoped<AwardQuery>()
            .AddScoped<DocumentsQuery>()
            .AddScoped<DocumentQuery>()
            .AddScoped<UnitsQuery>()
            .AddScoped<UnitQuery>()
            .AddSingleton<RankingPolicies>()
            .AddScoped<UnitOrderQuery>()
            .AddScoped<LadderQuery>()
            .AddScoped<BriefQuery>()
            .AddScoped<RankingQuery>()
            .AddScoped<RankingBoardQuery>()
            .AddScoped<BreakdownQuery>()
            .AddScoped<CellQuery>()
            .AddSingleton<CandidateLedger>()
            .AddScoped<ShortlistQuery>()
            .AddScoped<RankingReader>()
            .AddScoped<PolicyKeeping>()
            .AddScoped<PolicyPreviewQuery>()
            .AddScoped<NominationReach>()
            .AddScoped<NominationKeeping>()
            .AddScoped<ProgrammesQuery>()
            .AddScoped<NominationRoundsQuery>()
            .AddScoped<BoardQuery>()
            .AddScoped<QuotaQuery>()
            .AddScoped<CandidatePickQuery>()
            .AddScoped<ArticleQuery>()
            .AddScoped<AuditQuery>()
            .AddScoped<OwnDataQuery>()
            .AddScoped<SystemQuery>()
            .AddScoped<SearchQuery>()
            .AddScoped<SuggestionQuery>()
            .AddScoped<IssuesQuery>()
            .AddScoped<IssueQuery>()
            .AddScoped<PageImages>()
            .AddScoped<IdentityQuery>()
            .AddScoped<HonourKeepingQuery>()
            .AddScoped<NewHonourQuery>()
            .AddScoped<DocumentKeepingQuery>()
            .AddScoped<ScanFiles>()
            .AddScoped<PacketDesk>()
            .AddScoped<PacketWatch>()
            .AddScoped<WaitingQuery>()
            .AddScoped<TemplateDesk>()
            .AddScoped<RequestReach>()
            .AddScoped<RequestsQuery>()
            .AddScoped<RequestKnowledgeQuery>()
            .AddScoped<OwnRequests>()
            .AddScoped<RequestFiles>()
            .AddScoped<CourseQuery>()
            .AddScoped<CourseFiles>()
            .AddScoped<ResultQuery>()
            .AddScoped<RoundDecisionQuery>()
            .AddScoped<RoundHandInDesk>()
            .AddScoped<PublicityQuery>()
            .AddScoped<Components.Editing.ScanUpload>();
}
