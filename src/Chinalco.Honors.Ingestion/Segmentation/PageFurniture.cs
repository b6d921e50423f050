namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>What frames a page and belongs to no article: masthead, folio, colophon, advertisement.</summary>
internal static class PageFurniture
{
    private const int Longest = 100;

    // One of these alone makes a line a masthead.
    private static readonly Pattern Registration = new(
        @"国内统一(连续出版物|刊)号|CN ?\d{2}[-—]\d{4}|总第 ?\d{1,6} ?期|總第 ?\d{1,6} ?期|主管 .*主办|主管 .*出版|出版 .*https?://",
        Longest
    );

    // Two of these together do, with a date.
    private static readonly Pattern Date = new(
        @"\d{4} ?年 ?\d{1,2} ?月 ?(\d{1,2} ?日|[号號])|\d{4}[.\-/]\d{1,2}[.\-/]\d{1,2}|\d{4} ?年 ?第 ?\d{1,4} ?期|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月([一二三四五六七八九十]{1,3}日|[号號])",
        Longest
    );
    private static readonly Pattern Weekday = new(
        @"(星期|礼拜)[一二三四五六日天]|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年",
        Longest
    );
    private static readonly Pattern PageNumber = new(@"第? ?([一二三四五六七八九十]{1,3}|\d{1,2}) ?版|^\D{2,20} \d{1,2} ", Longest);
    private static readonly Pattern PaperName = new(@"^\S{1,12}(报|報)( |$)|(通讯|通訊|报|報|快讯|简报|简讯|导报|专刊) ", Longest);
    private static readonly Pattern TitleOnly = new(
        @"^(\S{2,8}(报|報|日报|周刊)|[A-Z][A-Z ]{3,40}|[A-Z][a-z]+( [A-Z][a-z]+){1,4})$",
        longest: 40
    );
    private static readonly Pattern Publisher = new(@"^(主办|主管|承办|协办|出版|主办单位|主管单位) ?[：:]", longest: 60);
    private static readonly Pattern Folio = new(
        @"^(第? ?([一二三四五六七八九十]{1,2}|\d{1,2}) ?版|\d{1,2}|[A-D]\d{1,2})([ ·]\S{2,8})?$|^\S{2,8} 第? ?([一二三四五六七八九十]{1,2}|\d{1,2}) ?版$",
        longest: 20
    );

    private static readonly Pattern Imprint = new(
        @"(责任编辑|責任編輯|本版编辑|本版责编|本期编辑|执行编辑|版式|美编|美术编辑|组版|校对|本版图片|邮政编码|邮编|广告许可证|广告经营许可|投稿邮箱|电子信箱|联系电话|欢迎投稿|欢迎来稿|承印[：:]|印数[：:]|准印证|免费交流|内部交流|新闻热线|投稿热线|订阅热线|发行热线)"
            + @"|^(值班(主任|总编)|责编|责任编|编辑|編輯|审核|地址|社址|电话|印刷|总编辑?|主编)[ ：:·]|^.? ?[价價] ?[：:]|^.?[价價][：: ]?\d|^发 ?行 ?[：:]",
        Longest
    );

    private static readonly Pattern Promotion = new(
        @"^(公益|中缝|分类)?广 ?告[ ：:—·|]|^[（(\[【](公益)?广 ?告[）)\]】]|^广 ?告$",
        longest: 300
    );

    /// <summary>Whether the line is a masthead or folio wherever it stands.</summary>
    public static bool IsMasthead(string text)
    {
        if (text.Length > Longest || Marks.HoldsFullStop(text) || text.Contains('，', StringComparison.Ordinal))
        {
            return false;
        }

        return Registration.IsIn(text)
            || (Date.IsIn(text) && (PaperName.IsIn(text) || Weekday.IsIn(text) || PageNumber.IsIn(text)))
            || Folio.IsIn(text);
    }

    /// <summary>Whether the line may belong to a masthead when it stands at the top of the page beside one.</summary>
    public static bool MayBeMasthead(string text) =>
        IsMasthead(text)
        || TitleOnly.IsIn(text)
        || Publisher.IsIn(text)
        || Weekday.IsIn(text)
        || (text.Length <= 5 && !text.Any(Marks.IsHan))
        || text.EndsWith("级报纸", StringComparison.Ordinal);

    /// <summary>Whether the line names editors, address, price or printer.</summary>
    public static bool IsColophon(string text) => Imprint.IsIn(text) && !text.EndsWith('。');

    /// <summary>Whether the block is an advertisement.</summary>
    public static bool IsAdvertisement(string text) => Promotion.IsIn(text);
}
