using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Grains.Nominations;

/// <summary>Somebody voted before a nomination is shown to everybody.</summary>
public sealed class ABodyHasVoted(int votes) : IRule
{
    public bool Holds => votes > 0;

    public string Advice => "尚未登记职代会（联席会）等民主程序的表决结果。";
}

/// <summary>A vote is proved by its minutes.</summary>
public sealed class TheMinutesAreAttached(AssemblyVote vote) : IRule
{
    public bool Holds => vote.Minutes is not null;

    public string Advice => $"{vote.Body}的会议纪要尚未上传，请连同纪要重新登记。";
}

/// <summary>A meeting that is entered was held.</summary>
public sealed class TheDayHasCome(string what, DateOnly day, DateOnly today) : IRule
{
    public bool Holds => day <= today;

    public string Advice => $"{what}不能晚于今天。";
}

/// <summary>A level of publicity was put up.</summary>
public sealed class ThePublicityWasPutUp(string level, bool isUp) : IRule
{
    public bool Holds => isUp;

    public string Advice => $"“{level}”公示尚未开始。";
}

/// <summary>A publicity has had its whole term.</summary>
public sealed class ThePublicityIsOver(Publicity publicity, DateOnly today) : IRule
{
    public bool Holds => publicity.IsOverOn(today);

    public string Advice => $"“{publicity.StageName}”公示到 {Told.Day(publicity.Until)}结束，期满后才能进入下一步。";
}

/// <summary>Nobody's objection is passed over.</summary>
public sealed class TheObjectionIsAnswered(Objection objection) : IRule
{
    public bool Holds => objection.AnsweredOn is not null;

    public string Advice => $"{Told.Day(objection.ReceivedOn)}收到的异议尚未处理。";
}

/// <summary>An objection that was right does not let the nomination go on as it is.</summary>
public sealed class TheObjectionWasNotUpheld(Objection objection) : IRule
{
    public bool Holds => objection.Upheld != true;

    public string Advice => $"{Told.Day(objection.ReceivedOn)}收到的异议成立，请退回修改或撤回该推荐。";
}

/// <summary>A body of the programme agreed, and its answer has not run out.</summary>
/// <param name="asked">The last time it was asked; null when it was not.</param>
public sealed class TheBodyAgrees(string body, Consultation? asked, DateOnly today) : IRule
{
    public bool Holds => asked?.HoldsOn(today) == true;

    public string Advice =>
        asked switch
        {
            null => $"尚未征求{body}部门的意见。",
            { AnsweredOn: null } => $"{body}部门尚未回复（{Told.Day(asked.AskedOn)}发出）。",
            { Agrees: false } => $"{body}部门不同意推荐。",
            _ => $"{body}部门的意见已于 {Told.Day(asked.ValidUntil!.Value)}到期，请重新征求意见。",
        };
}

/// <summary>A publicity is put up in its stage, not before, and not far ahead.</summary>
public sealed class APublicityBeginsInItsStage(DateOnly from, DateOnly since, DateOnly today) : IRule
{
    /// <summary>In days.</summary>
    private const int Ahead = 30;

    public bool Holds => from >= since && from <= today.AddDays(Ahead);

    public string Advice => $"公示日期应在进入公示步骤之日（{Told.Day(since)}）到今天起 {Ahead} 天之间。";
}

/// <summary>A level is put up once, and after the levels below it are over.</summary>
public sealed class TheLevelIsTheNextToPutUp(string level, string? next) : IRule
{
    public bool Holds => string.Equals(level, next, StringComparison.Ordinal);

    public string Advice => next is null ? "各级公示都已开始，不需要再登记。" : $"接下来应为“{next}”公示，不是“{level}”。";
}

/// <summary>A level follows when the one below it has had its whole term.</summary>
public sealed class TheLevelsBelowAreOver(bool areOver) : IRule
{
    public bool Holds => areOver;

    public string Advice => "上一级公示尚未期满，不能开始下一级公示。";
}

/// <summary>Working days are counted by the State Council's announcements, never guessed.</summary>
/// <param name="unknown">Years that the term touches and the registry has no calendar of.</param>
public sealed class TheCalendarOfTheYearIsKnown(IReadOnlyCollection<int> unknown) : IRule
{
    public bool Holds => unknown.Count == 0;

    public string Advice =>
        $"没有 {string.Join('、', unknown)} 年的工作日历，不能计算公示期限。请先在“工作日历”中导入国务院办公厅公布的放假安排。";
}

/// <summary>An objection comes once the publicity is up.</summary>
public sealed class AnObjectionComesAfterTheBeginning(DateOnly from, DateOnly received) : IRule
{
    public bool Holds => received >= from;

    public string Advice => $"异议日期不能早于公示开始日（{Told.Day(from)}）。";
}

/// <summary>Whoever is barred is not nominated on.</summary>
/// <param name="reason">The clause; null when nothing bars.</param>
public sealed class NothingBarsTheCandidate(string? reason) : IRule
{
    public bool Holds => reason is null;

    public string Advice => $"按评选规则不能推荐：{reason}。请撤回该推荐；规则或事实登记有误的，请先更正。";
}

/// <summary>What a programme asks and nobody has shown yet is passed over by nobody in silence.</summary>
public sealed class OpenClausesAreExplained(int open, string? text) : IRule
{
    public bool Holds => open == 0 || !string.IsNullOrWhiteSpace(text);

    public string Advice => $"还有 {open} 条规则不符合或待核。请补充证明材料，或在“说明”中写明情况后再继续。";
}

/// <summary>Nothing is sent up without its papers.</summary>
public sealed class APacketWasMade(bool isMade) : IRule
{
    public bool Holds => isMade;

    public string Advice => "尚未生成材料包，请在“材料包”页生成后上报。";
}

/// <summary>
/// A packet holds what was there when it was made: one that goes up is made once votes, publicities and answers are complete, and anew when
/// the nomination was sent back meanwhile.
/// </summary>
/// <param name="ready">Since when the nomination stands ready.</param>
public sealed class ThePacketIsMadeWhenAllIsThere(int number, DateTimeOffset made, DateTimeOffset ready) : IRule
{
    public bool Holds => made >= ready;

    public string Advice => $"第 {number} 号材料包是在进入“待上报”之前生成的，可能缺少之后的表决、公示和部门意见，请重新生成。";
}

/// <summary>What goes up is what was looked at.</summary>
public sealed class NoNewerPacketWasMade(Guid newest, Guid? judged) : IRule
{
    public bool Holds => newest == judged;

    public string Advice => "刚刚生成了新的材料包，请刷新页面核对后再上报。";
}

/// <summary>Nothing that was corrected or taken back is sent up.</summary>
/// <param name="changes">How many facts are not any more what the packet says.</param>
public sealed class ThePacketSaysWhatIsSo(int number, int changes) : IRule
{
    public bool Holds => changes == 0;

    public string Advice => $"第 {number} 号材料包所依据的事实有 {changes} 处变化，请在“材料包”页核对后重新生成。";
}

/// <summary>The honour that a result names was conferred to the nominee, by an award of the programme.</summary>
public sealed class TheHonourIsTheNominees(bool isTheirs) : IRule
{
    public bool Holds => isTheirs;

    public string Advice => "所选荣誉不是该推荐对象在本项目中获得的荣誉，请重新核对。";
}

/// <summary>Words for messages.</summary>
internal static class Told
{
    public static string Day(DateOnly day) => $"{day.Year} 年 {day.Month} 月 {day.Day} 日";
}
