namespace Chinalco.Honors.Domain.Requests;

/// <summary>The Chinese words for requests.</summary>
public static class RequestNames
{
    public static string ToChinese(this RequestKind kind) =>
        kind switch
        {
            RequestKind.MissingHonour => "漏登自报",
            RequestKind.ThisIsMe => "是我",
            RequestKind.NotMe => "不是我",
            RequestKind.Correct => "请求更正",
            RequestKind.Hide => "请求隐藏",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    public static string ToChinese(this RequestFact fact) =>
        fact switch
        {
            RequestFact.Person => "人物页",
            RequestFact.Name => "姓名",
            RequestFact.EmployeeNumber => "工号",
            RequestFact.Status => "在职状态",
            RequestFact.Employment => "任职经历",
            RequestFact.Personnel => "人事信息",
            RequestFact.Honour => "荣誉",
            RequestFact.Article => "报道中的提及",
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, message: null),
        };

    public static string ToChinese(this RequestState state) =>
        state switch
        {
            RequestState.Waiting => "待处理",
            RequestState.Accepted => "已采纳",
            RequestState.Declined => "未采纳",
            RequestState.Withdrawn => "已撤回",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
        };
}
