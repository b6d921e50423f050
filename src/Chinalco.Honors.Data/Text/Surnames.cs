using System.Collections.Immutable;

namespace Chinalco.Honors.Data.Text;

/// <summary>Surnames that are read otherwise than their characters usually are.</summary>
/// <remarks>Readings as in 《现代汉语词典》 and 《通用规范汉字字典》. The stand-in is a character of the same sound and tone that is no usual surname.</remarks>
internal static class Surnames
{
    // Surname, reading, stand-in for sorting. Double surnames first, so that 尉迟 is not taken for 尉.
    private static readonly (string Surname, string[] Reading, string StandIn)[] Table =
    [
        ("尉迟", ["yu", "chi"], "玉迟"),
        ("万俟", ["mo", "qi"], "末奇"),
        ("单于", ["chan", "yu"], "蝉余"),
        ("长孙", ["zhang", "sun"], "掌孙"),
        ("澹台", ["tan", "tai"], "谈台"),
        ("令狐", ["ling", "hu"], "玲狐"),
        ("鲜于", ["xian", "yu"], "先余"),
        ("宿", ["su"], "素"),
        ("单", ["shan"], "善"),
        ("解", ["xie"], "蟹"),
        ("曾", ["zeng"], "增"),
        ("查", ["zha"], "渣"),
        ("仇", ["qiu"], "囚"),
        ("区", ["ou"], "鸥"),
        ("任", ["ren"], "仁"),
        ("华", ["hua"], "化"),
        ("朴", ["piao"], "瓢"),
        ("盖", ["ge"], "舸"),
        ("乐", ["yue"], "月"),
        ("翟", ["zhai"], "宅"),
        ("缪", ["miao"], "妙"),
        ("员", ["yun"], "运"),
        ("秘", ["bi"], "必"),
        ("洗", ["xian"], "显"),
        ("覃", ["qin"], "琴"),
        ("种", ["chong"], "虫"),
        ("繁", ["po"], "婆"),
        ("召", ["shao"], "绍"),
        ("祭", ["zhai"], "债"),
        ("折", ["she"], "舌"),
        ("黑", ["he"], "赫"),
        ("能", ["nai"], "耐"),
        ("隗", ["wei"], "伟"),
        ("谌", ["chen"], "辰"),
        ("应", ["ying"], "鹰"),
        ("燕", ["yan"], "烟"),
        ("牟", ["mu"], "木"),
    ];

    /// <summary>How the surname that a name begins with is read; empty for one that is read as usual.</summary>
    public static ImmutableArray<string> Of(string name) => Find(name) is { } row ? [.. row.Reading] : [];

    /// <summary>The name with characters in the surname's place that are usually read as the surname is.</summary>
    public static string WithStandIn(string name) =>
        Find(name) is { } row ? string.Concat(row.StandIn, name.AsSpan(row.Surname.Length)) : name;

    private static (string Surname, string[] Reading, string StandIn)? Find(string name)
    {
        foreach (var row in Table)
        {
            // A surname alone is a word, not a name.
            if (name.Length > row.Surname.Length && name.StartsWith(row.Surname, StringComparison.Ordinal))
            {
                return row;
            }
        }

        return null;
    }
}
