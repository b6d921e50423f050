using Microsoft.AspNetCore.Http.HttpResults;

namespace Chinalco.Honors.Web.Api;

/// <summary>Errors as problem+json: a Chinese title that says what is wrong and what to do.</summary>
internal static class Problems
{
    public static ProblemHttpResult NotFound(string title) => TypedResults.Problem(title: title, statusCode: StatusCodes.Status404NotFound);

    public static ProblemHttpResult BadRequest(string title) =>
        TypedResults.Problem(title: title, statusCode: StatusCodes.Status400BadRequest);

    public static ProblemHttpResult Refused(string title, string reason) =>
        TypedResults.Problem(
            title: title,
            statusCode: StatusCodes.Status422UnprocessableEntity,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["reason"] = reason }
        );

    public static ProblemHttpResult Forbidden(string title) =>
        TypedResults.Problem(title: title, statusCode: StatusCodes.Status403Forbidden);

    public static ProblemHttpResult SignInFirst() =>
        TypedResults.Problem(title: "请先登录，再调用这个接口。", statusCode: StatusCodes.Status401Unauthorized);

    public static ProblemHttpResult NotAllowed() => Forbidden("当前账号的角色没有这项权限；如工作需要，请联系安全管理员。");

    public static ProblemHttpResult OurFault() =>
        TypedResults.Problem(
            title: "系统出错，未作任何改动；请稍后再试，若仍出错请联系管理员。",
            statusCode: StatusCodes.Status500InternalServerError
        );

    public static ProblemHttpResult TooMany(int seconds) =>
        TypedResults.Problem(title: $"请求过于频繁，请在 {seconds} 秒后再试。", statusCode: StatusCodes.Status429TooManyRequests);

    /// <summary>What the server itself refuses: a body that is too large, a method that is not there.</summary>
    public static ProblemHttpResult Refused(int status) =>
        TypedResults.Problem(
            title: status switch
            {
                StatusCodes.Status404NotFound => "没有这个接口，请对照 /openapi/v1.json 核对地址。",
                StatusCodes.Status405MethodNotAllowed => "这个接口不支持该请求方法，请对照 /openapi/v1.json 核对。",
                StatusCodes.Status413PayloadTooLarge => "提交的内容过大，请拆分后再提交。",
                StatusCodes.Status415UnsupportedMediaType => "不支持这种内容类型，请对照 /openapi/v1.json 核对。",
                _ => "请求无法识别，请对照 /openapi/v1.json 核对后再试。",
            },
            statusCode: status
        );

    public static ProblemHttpResult TooLarge(string title) =>
        TypedResults.Problem(title: title, statusCode: StatusCodes.Status413PayloadTooLarge);
}
