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

    public static ProblemHttpResult TooLarge(string title) =>
        TypedResults.Problem(title: title, statusCode: StatusCodes.Status413PayloadTooLarge);
}
