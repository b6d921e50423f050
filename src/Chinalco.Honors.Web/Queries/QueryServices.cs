namespace Chinalco.Honors.Web.Queries;

/// <summary>Registers the queries behind pages and API.</summary>
internal static class QueryServices
{
    public static IServiceCollection AddHonorsQueries(this IServiceCollection services) =>
        services
            .AddSingleton<HomeQuery>()
            .AddSingleton<JobsQuery>()
            .AddSingleton<NameQuery>()
            .AddSingleton<PeopleQuery>()
            .AddSingleton<PersonQuery>()
            .AddSingleton<AwardsQuery>()
            .AddSingleton<AwardQuery>()
            .AddSingleton<DocumentsQuery>()
            .AddSingleton<DocumentQuery>()
            .AddSingleton<UnitsQuery>()
            .AddSingleton<UnitQuery>()
            .AddSingleton<RankingQuery>()
            .AddSingleton<ArticleQuery>()
            .AddSingleton<IssuesQuery>()
            .AddSingleton<IssueQuery>();
}
