namespace Chinalco.Honors.Domain.Nominations;

/// <summary>Where a nomination stands.</summary>
public enum NominationStage
{
    /// <summary>草拟: the nominating unit writes it.</summary>
    Draft = 1,

    /// <summary>单位审核</summary>
    UnitReview = 2,

    /// <summary>职代会（联席会）</summary>
    Assembly = 3,

    /// <summary>公示</summary>
    Publicity = 4,

    /// <summary>征求意见</summary>
    Consultation = 5,

    /// <summary>待上报: everything is there; the packet is put together.</summary>
    ReadyToSubmit = 6,

    /// <summary>已上报</summary>
    Submitted = 7,

    /// <summary>已有结果</summary>
    Decided = 8,

    /// <summary>已撤回</summary>
    Withdrawn = 9,
}

/// <summary>正选 or 递补.</summary>
public enum NominationChoice
{
    /// <summary>正选</summary>
    First = 1,

    /// <summary>递补: moves up when a first choice leaves.</summary>
    Reserve = 2,
}

/// <summary>What became of a nomination.</summary>
public enum NominationOutcome
{
    /// <summary>授予</summary>
    Conferred = 1,

    /// <summary>未获授予: kept for the next year's shortlist.</summary>
    NotConferred = 2,
}

/// <summary>Which stages a programme asks for; the others are passed over.</summary>
/// <param name="Publicity">Whether it names any publicity.</param>
/// <param name="Consultation">Whether it names any body to be asked.</param>
public sealed record NominationPath(bool Publicity, bool Consultation)
{
    /// <summary>The stage that comes next.</summary>
    /// <returns>Null at the end.</returns>
    public NominationStage? After(NominationStage stage) =>
        stage switch
        {
            NominationStage.Assembly when !Publicity => After(NominationStage.Publicity),
            NominationStage.Publicity when !Consultation => NominationStage.ReadyToSubmit,
            < NominationStage.Submitted => stage + 1,
            _ => null,
        };
}

/// <summary>The Chinese words for stages, choices and outcomes.</summary>
public static class NominationWords
{
    public static string ToChinese(this NominationStage stage) =>
        stage switch
        {
            NominationStage.Draft => "草拟",
            NominationStage.UnitReview => "单位审核",
            NominationStage.Assembly => "职代会（联席会）",
            NominationStage.Publicity => "公示",
            NominationStage.Consultation => "征求意见",
            NominationStage.ReadyToSubmit => "待上报",
            NominationStage.Submitted => "已上报",
            NominationStage.Decided => "已有结果",
            NominationStage.Withdrawn => "已撤回",
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, message: null),
        };

    public static string ToChinese(this NominationChoice choice) =>
        choice switch
        {
            NominationChoice.First => "正选",
            NominationChoice.Reserve => "递补",
            _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, message: null),
        };

    public static string ToChinese(this NominationOutcome outcome) =>
        outcome switch
        {
            NominationOutcome.Conferred => "授予",
            NominationOutcome.NotConferred => "未获授予",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, message: null),
        };
}
