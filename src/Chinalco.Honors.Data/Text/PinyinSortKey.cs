using System.Globalization;
using System.Text;

namespace Chinalco.Honors.Data.Text;

/// <summary>A binary key that sorts Chinese names by pinyin, the same on every database. Derived from the name and rebuildable.</summary>
public static class PinyinSortKey
{
    /// <summary>Most bytes kept; two names that differ only beyond it sort in any order.</summary>
    public const int Longest = 120;

    // The runtime's Chinese collation orders by pinyin. Where it is missing (invariant mode) names sort by code point, still the same everywhere.
    private static readonly CompareInfo Chinese = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    public static byte[] Of(string name)
    {
        // The collation knows one reading of a character; a surname may have another.
        var key = Chinese.GetSortKey(Surnames.WithStandIn(name), CompareOptions.IgnoreCase).KeyData;
        if (key.Length == 0)
        {
            key = Encoding.BigEndianUnicode.GetBytes(name);
        }

        return key.Length <= Longest ? key : key[..Longest];
    }
}
