using System.Globalization;

namespace Chinalco.Honors.Web.Api;

/// <summary>Refuses what no endpoint takes, before any does: pages below 1 and search texts of a novel's length.</summary>
internal sealed class BadInputFilter : IEndpointFilter
{
    private const int LongestQuery = 100;

    private static readonly string[] Texts = ["q", "unit", "award"];
    private static readonly string[] Years = ["year", "from", "to"];

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Complaint(context.HttpContext.Request.Query) is { } complaint
            ? ValueTask.FromResult<object?>(Problems.BadRequest(complaint))
            : next(context);

    private static string? Complaint(IQueryCollection query)
    {
        if (query.TryGetValue("page", out var page) && !(int.TryParse(page, CultureInfo.InvariantCulture, out var number) && number >= 1))
        {
            return "页码 page 须为从 1 开始的整数。";
        }

        if (Years.FirstOrDefault(name => query.TryGetValue(name, out var year) && !(int.TryParse(year, CultureInfo.InvariantCulture, out var y) && y is >= 1900 and <= 2200)) is { } wrong)
        {
            return $"年份 {wrong} 须为四位数字，如 2024。";
        }

        return Texts.FirstOrDefault(name => query[name].ToString().Length > LongestQuery) is { } tooLong
            ? $"检索词 {tooLong} 过长，请缩短到 {LongestQuery} 个字符以内。"
            : null;
    }
}
