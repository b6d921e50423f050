using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Nominations;

/// <summary>What is published is what rounds were opened under: only a draft is written on.</summary>
public sealed class OnlyADraftOfAProgrammeChanges(ProgrammeState state) : IRule
{
    public bool Holds => state == ProgrammeState.Draft;

    public string Advice => "已发布的评选规则不能修改。请以它为基础新建一份草稿，修改后再发布。";
}

/// <summary>A draft is of one programme and one year from the beginning; another year's rules are another draft.</summary>
public sealed class ADraftKeepsItsCodeAndYear(NominationProgramme draft, ProgrammeHead head) : IRule
{
    public bool Holds => head.Code == draft.Code && head.Year == draft.Year;

    public string Advice => $"code 和 year 应为 {draft.Code} 和 {draft.Year}，不能修改；其他年度的规则请另建草稿。";
}

/// <summary>Programmes are of years of the republic.</summary>
public sealed class TheYearOfAProgrammeIsPlausible(int year) : IRule
{
    public bool Holds => year is >= 1949 and <= 2100;

    public string Advice => $"年度 {year} 不合理，请改正。";
}

/// <summary>Nobody overwrites what somebody else wrote in the meantime.</summary>
/// <param name="seen">The version as it was shown.</param>
public sealed class NobodyChangedItMeanwhile(long seen, long version) : IRule
{
    public bool Holds => seen == version;

    public string Advice => "这里刚刚被别人改过，您的修改没有写入。请刷新页面，看过最新内容后再改。";
}

/// <summary>Nobody's identity-card or telephone number is stored, whoever writes it.</summary>
public sealed class NoPrivateNumberIsWritten(params string?[] texts) : IRule
{
    public bool Holds =>
        Array.TrueForAll(texts, t => t is null || !(PrivateNumbers.HoldsIdentityNumber(t) || PrivateNumbers.HoldsTelephone(t)));

    public string Advice => "请不要填写身份证号或手机号：系统不保存这类号码。请删去后再提交。";
}
