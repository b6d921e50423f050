using System.Globalization;

namespace Chinalco.Honors.Web.Api;

/// <summary>Refuses what no endpoint takes, before any tries to read it: pages below 1, years that are none, search texts of a novel's length.</summary>
internal sealed class BadInputCheck(RequestDelegate next)
{
    private const int LongestQuery = 100;

    private static readonly string[] Texts = ["q", "unit", "award"];
    private static readonly string[] Years = ["year", "from", "to"];

    public Task InvokeAsync(HttpContext context) =>
        Complaint(context.Request.Query) is { } complaint ? Problems.BadRequest(complaint).ExecuteAsync(context) : next(context);

    private static string? Complaint(IQueryCollection query)
    {
        if (
            query.TryGetValue("page", out var page)
            && !(int.TryParse(page, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1_000_000)
        )
        {
            return "页码 page 须为从 1 开始的整数。";
        }

        if (Years.FirstOrDefault(name => query.TryGetValue(name, out var year) && !IsYear(year)) is { } wrong)
        {
            return $"年份 {wrong} 须为四位数字，如 2024。";
        }

        return Texts.FirstOrDefault(name => query[name].ToString().Length > LongestQuery) is { } tooLong
            ? $"检索词 {tooLong} 过长，请缩短到 {LongestQuery} 个字符以内。"
            : null;
    }

    private static bool IsYear(string? text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2200;
}
