using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>Reads names of authors from a by-line or a signature: 记者 段 夏、通讯员 冯小满 → 段夏, 冯小满.</summary>
internal static class AuthorNames
{
    // The commoner surnames (Hundred Family Surnames and the census lists), simplified and traditional.
    private static readonly SearchValues<char> Surnames = SearchValues.Create(
        "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
            + "酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞"
            + "熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓"
            + "郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫"
            + "宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉"
            + "宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧"
            + "殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公佟商佘佴伯赏岳肖付代海楚普"
            + "刀苑初仝谌揣亓敬覃战鹿邸宛闫展言奉冼尧粟禤卿蹇仉冶晋白阎闫牟阳原漆麦兰隋丛迟綦揭植区洛丘卿辜郄喇帅沐栗智裔谯么底伦仁普和木刁亢介雒户钭牙衣仵芦涂苟邝官"
            + "趙錢孫吳鄭馮陳衛蔣韓楊許呂張嚴華謝鄒喻蘇潘葛範魯韋馬鳳費賀倪湯羅畢鄔樂時齊顧黃穆蕭貝計臧談龐熊紀項閔賈婁顏鐘鍾駱盧莫經單"
            + "陸榮滿師鞏聶簡饒關遊權蓋龍葉韶黎薊賴喬陰蒼雙聞莘黨譚貢勞農溫莊閻連習魚廣東歐國豐車寧劉鄧"
    );

    private static readonly string[] DoubleSurnames =
    [
        "欧阳",
        "司马",
        "上官",
        "诸葛",
        "东方",
        "尉迟",
        "皇甫",
        "令狐",
        "慕容",
        "夏侯",
        "司徒",
        "歐陽",
        "諸葛",
    ];

    private static readonly Regex Roles = new(
        "(本报|本報|本刊|特约|特約|实习|見習|见习|首席|驻站|全媒体|融媒体|评论员|評論員|记者|記者|通讯员|通訊員|通讯.|摄影报道|摄影|攝影|文并摄影|文图|图文|撰文|撰稿|采写"
            + "|整理|供稿|供图|报道|編輯|编辑|作者|图片|摄|文|图|[：:/／*＊□■●◎○口])+",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    /// <summary>
    /// The names in a text of roles and names, at most eight; empty where a word is left that is neither. <paramref name="sure"/>: a role or
    /// by-line mark stands beside them, so a rare surname is taken too.
    /// </summary>
    public static ImmutableArray<string> Read(string text, bool sure)
    {
        if (text.Length is 0 or > 60)
        {
            return [];
        }

        var names = Merged(WithoutRoles(text).Split([' ', '、', '，', ','], StringSplitOptions.RemoveEmptyEntries));
        return names.Count is > 0 and <= 8 && names.TrueForAll(name => Is(name, sure)) ? [.. names] : [];
    }

    /// <summary>Whether a word has the form of a name: two to four characters beginning with a surname, or a transcribed name with a dot.</summary>
    public static bool Is(string word, bool sure = false)
    {
        if (word.Contains('·', StringComparison.Ordinal))
        {
            return word.Length is >= 4 and <= 16 && word.All(c => c == '·' || Marks.IsHan(c));
        }

        return word.Length is >= 2 and <= 4
            && word.All(Marks.IsHan)
            && (
                sure
                || (word.Length <= 3 && Surnames.Contains(word[0]))
                || Array.Exists(DoubleSurnames, name => word.StartsWith(name, StringComparison.Ordinal))
            );
    }

    // Role words end before a name: in 记者 王文图 the given name must not be eaten, so only whole words between separators are taken off,
    // and a role directly before a name only where a name remains.
    private static string WithoutRoles(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var role = Roles.Match(words[i]);
            if (
                role.Success
                && role.Index == 0
                && role.Length is var length
                && (length == words[i].Length || words[i].Length - length >= 2)
            )
            {
                words[i] = words[i][length..];
            }
        }

        return string.Join(' ', words);
    }

    // A two-character name is often padded to three: 宋 歌 are two words of one character each.
    private static List<string> Merged(string[] words)
    {
        var merged = new List<string>();
        var half = false;
        foreach (var word in words)
        {
            if (half && word.Length == 1)
            {
                merged[^1] += word;
                half = false;
            }
            else
            {
                merged.Add(word);
                half = word.Length == 1;
            }
        }

        return merged;
    }
}
