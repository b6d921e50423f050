using System.Globalization;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Requests;

/// <summary>One asks of a fact what can be done to it: nobody hides what only HR sees, and only a mention, an honour or a page may be somebody else's.</summary>
public sealed class ARequestsKindFitsWhatItIsAbout(RequestDraft draft) : IRule
{
    private static readonly RequestFact[] Deniable = [RequestFact.Person, RequestFact.Honour, RequestFact.Article];

    private static readonly RequestFact[] Hideable = [RequestFact.Person, RequestFact.Status, RequestFact.Employment, RequestFact.Honour];

    private static readonly RequestFact[] Correctable =
    [
        RequestFact.Name,
        RequestFact.EmployeeNumber,
        RequestFact.Status,
        RequestFact.Employment,
        RequestFact.Personnel,
        RequestFact.Honour,
    ];

    public bool Holds => KindFits(draft.Kind, draft.Fact) && NamesItsThing;

    public string Advice => "该内容不能这样申请，请回到“我的信息”重新选择。";

    /// <summary>Whether this may be asked of that, whatever thing it is.</summary>
    public static bool KindFits(RequestKind kind, RequestFact fact) =>
        kind switch
        {
            RequestKind.MissingHonour => fact == RequestFact.Honour,
            RequestKind.ThisIsMe => fact == RequestFact.Person,
            RequestKind.NotMe => Deniable.Contains(fact),
            RequestKind.Correct => Correctable.Contains(fact),
            RequestKind.Hide => Hideable.Contains(fact),
            _ => false,
        };

    private bool NamesItsThing =>
        draft.ConferralId is not null == (draft.Fact == RequestFact.Honour && draft.Kind != RequestKind.MissingHonour)
        && draft.ArticleId is not null == (draft.Fact == RequestFact.Article);
}

/// <summary>Of a missing honour its name and year are told, of a correction what would be right, and nothing is longer than it may be.</summary>
public sealed class ARequestTellsWhatItIs(RequestDraft draft) : IRule
{
    public bool Holds => Fault is null;

    public string Advice => Fault ?? "";

    private string? Fault =>
        draft.Kind == RequestKind.MissingHonour && string.IsNullOrWhiteSpace(draft.Honour?.Award) ? "请填写荣誉名称。"
        : draft.Kind == RequestKind.MissingHonour && draft.Honour?.Year is null ? "请填写获得荣誉的年份。"
        : draft.Kind is RequestKind.Correct or RequestKind.NotMe && string.IsNullOrWhiteSpace(draft.Words) ? "请写明哪里不对、应当是什么。"
        : TooLong("说明", draft.Words, EmployeeRequest.LongestWords)
            ?? TooLong("荣誉名称", draft.Honour?.Award, Award.LongestName)
            ?? TooLong("授予单位", draft.Honour?.ConferringBody, EmployeeRequest.LongestBody)
            ?? TooLong("文号", draft.Honour?.DocumentNumber, Document.LongestNumber);

    private static string? TooLong(string label, string? text, int longest) =>
        text?.Length > longest ? string.Create(CultureInfo.InvariantCulture, $"{label}过长，最多 {longest} 个字符。") : null;
}

/// <summary>Nobody's identity-card or telephone number is stored, whoever sends it.</summary>
public sealed class ARequestHoldsNoPrivateNumbers(string? text) : IRule
{
    public bool Holds => text is null || !(PrivateNumbers.HoldsIdentityNumber(text) || PrivateNumbers.HoldsTelephone(text));

    public string Advice => "请不要填写身份证号或手机号：系统不保存这类号码。请删去后再提交。";

    /// <exception cref="RuleBrokenException">One of the texts holds one.</exception>
    internal static void Check(RequestDraft draft)
    {
        string?[] texts =
        [
            draft.Words,
            draft.Honour?.Award,
            draft.Honour?.ConferringBody,
            draft.Honour?.DocumentNumber,
            draft.Attachment?.FileName,
        ];
        foreach (var text in texts)
        {
            Require.That(new ARequestHoldsNoPrivateNumbers(text));
        }
    }
}

/// <summary>What is decided or withdrawn stays so; whoever comes second is told who came first.</summary>
public sealed class ARequestIsDecidedOnce(EmployeeRequest request) : IRule
{
    public bool Holds => request.State == RequestState.Waiting;

    public string Advice =>
        request.State == RequestState.Withdrawn
            ? "申请人已经撤回这项申请，无须处理。"
            : $"{request.DecidedBy}已经处理过这项申请，结果是“{request.State.ToChinese()}”。";
}

/// <summary>Nobody has more requests waiting than somebody can look through.</summary>
public sealed class NobodyAsksForMoreThanIsRead(int waiting) : IRule
{
    public bool Holds => waiting < EmployeeRequest.MostWaiting;

    public string Advice =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"您已有 {waiting} 项申请待处理，最多 {EmployeeRequest.MostWaiting} 项。请等待处理，或撤回其中不再需要的。"
        );
}

/// <summary>The same thing is asked once as long as nobody has decided on it.</summary>
public sealed class TheSameIsAskedOnce(bool waits) : IRule
{
    public bool Holds => !waits;

    public string Advice => "您已经提过同样的申请，正在等待处理，可以在“我的申请”中查看。";
}
