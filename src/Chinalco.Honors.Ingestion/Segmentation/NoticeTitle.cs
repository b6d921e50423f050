namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>Titles of what is no story: notices (更正, 声明) and documents (关于…的决定, …获奖名单).</summary>
internal static class NoticeTitle
{
    private static readonly Pattern Notice = new(
        @"^(更正|声明|聲明|公告|启事|啟事|勘误|说明|通知|通告|公示|讣告|致歉|更正启事|更正说明|更正声明|遗失声明|遗失启事|严正声明|\S{2,4}启事)$",
        longest: 8
    );

    private static readonly Pattern Document = new(
        @"(^(\S{2,26}(公司|集团|委员会|党委|团委|工会|总工会|厅|局|部|厂|矿|院|中心|办公室))?关于.{2,60}的?(决定|通报|通知|公告|公示|意见|命令|批复|通告|函)|(获奖|表彰|受表彰|入选|当选|先进|光荣|拟推荐|命名|评选|获得者|评审|竞赛|比武|评优)\S{0,16}(名单|结果公示|结果公布|结果|公示|一览|一览表)|^光荣榜|^荣誉榜|^荣誉簿|^光榮榜)"
            + @"([（(].{1,12}[）)])?",
        longest: 80
    );

    private static readonly Pattern Inline = new(@"^(更正|刊误|勘误|声明|启事|致歉)[：:]");

    // A numbered heading is a part of a document, not its title.
    private static readonly Pattern Section = new(@"^([一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])", longest: 80);
    private static readonly Pattern DocumentEnd = new(
        @"(决定|通报|通知|公告|公示|意见|命令|批复|通告|名单|公布|结果|一览|一览表|榜|荣誉|函)([（(].{1,12}[）)])?$",
        longest: 80
    );
    private static readonly Pattern Register = new(
        @"^(光荣榜|荣誉榜|光榮榜|荣誉簿|英雄榜|红榜)|^\S{2,24}( \S{2,12})?(光荣|荣誉|光榮|英雄|红旗|先锋|功勋|龙虎|明星|月度|季度|红)榜( \S{0,4}\d{4}年\S{0,8})?$|^\S{2,24}(评选结果|表彰通报|表彰决定|表彰名单|命名名单|获奖名单)$|^(表彰通报|表彰决定|表彰名单|获奖名单|荣誉名单)$",
        longest: 30
    );

    // A lost work card is none of a registry of honours; a lost certificate is.
    private static readonly Pattern Honour = new(@"荣誉|称号|奖|劳模|模范|先进|表彰|标兵|能手|光荣榜|工匠|榮譽|獎", longest: 2000);

    /// <summary>Whether the line is the title of a notice; padding does not matter (更　正).</summary>
    public static bool IsNotice(string bare) => Notice.IsIn(bare);

    /// <summary>Whether a notice with its word in front stands in one paragraph (更正：本报…).</summary>
    public static bool IsInline(string text) => Inline.IsIn(text.Length <= 8 ? text : text[..8]);

    /// <summary>Whether the line is the title of a document or a list of those honoured.</summary>
    public static bool IsDocument(string text) =>
        !Marks.HoldsFullStop(text)
        && !ListRow.IsNumbered(text)
        && !Section.IsIn(text)
        && ((Document.IsIn(text) && DocumentEnd.IsIn(text)) || Register.IsIn(text));

    /// <summary>Whether the text speaks of honours.</summary>
    public static bool SpeaksOfHonours(string text) => Honour.IsIn(text.Length <= 2000 ? text : text[..2000]);

    /// <summary>Whether it corrects something printed before, which may be an honour even if it does not say so.</summary>
    public static bool IsCorrection(string bare) => bare is "更正" or "勘误" or "致歉" or "更正启事" or "更正说明" or "更正声明";
}
