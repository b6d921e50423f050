using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Chinalco.Honors.Web.Api;

/// <summary>The HTTP API: camelCase JSON under /api/v1, problem+json errors, OpenAPI at /openapi/v1.json.</summary>
internal static class HonorsApi
{
    public static WebApplicationBuilder AddHonorsApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddOpenApi();
        builder.Services.AddProblemDetails();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Encoder = ApiJson.ReadableChinese);
        return builder;
    }

    /// <summary>What every call of the API passes: strange input and our own faults are answered as problems.</summary>
    public static WebApplication UseHonorsApi(this WebApplication app)
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase),
            api =>
            {
                api.UseExceptionHandler(fault => fault.Run(AnswerFaultAsync));
                api.UseStatusCodePages(answer => Problems.Refused(answer.HttpContext.Response.StatusCode).ExecuteAsync(answer.HttpContext));
                api.UseMiddleware<SameOriginCheck>();
                api.UseMiddleware<BadInputCheck>();
            }
        );
        return app;
    }

    private static Task AnswerFaultAsync(HttpContext context)
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        var status = Refusals.StatusOf(fault);
        return (status < StatusCodes.Status500InternalServerError ? Problems.Refused(status) : Problems.OurFault()).ExecuteAsync(context);
    }

    public static WebApplication MapHonorsApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapGroup("/search").Needs(Right.Read).WithTags("查找").MapSearchApi();
        api.MapGroup("/people").Needs(Right.Read).WithTags("人物").MapPeopleApi();
        api.MapGroup("/awards").Needs(Right.Read).WithTags("荣誉").MapAwardsApi();
        api.MapGroup("/units").Needs(Right.Read).WithTags("单位").MapUnitsApi();
        api.MapGroup("/rankings").Needs(Right.Read).WithTags("排名").MapRankingsApi();
        api.MapGroup("/articles").Needs(Right.Read).WithTags("文章").MapArticlesApi();
        api.MapGroup("/ingestions").Needs(Right.Ingest).WithTags("录入").MapIngestionsApi();
        api.MapHistoryApi();
        api.Map("/{**path}", () => Problems.NotFound("没有这个接口，请对照 /openapi/v1.json 核对地址。"))
            .Needs(Right.Open)
            .ExcludeFromDescription();
        app.MapOpenApi().Needs(Right.Open);
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false }).Needs(Right.Open);
        app.MapHealthChecks("/readyz", new HealthCheckOptions { Predicate = check => check.Tags.Contains(RegistryHealth.Ready) })
            .Needs(Right.Open);
        return app;
    }
}
