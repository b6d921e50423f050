using System.Text;
using System.Text.RegularExpressions;

namespace Chinalco.Honors.Imports.Tables;

/// <summary>Makes one text of the columns that say where somebody works, from company to team.</summary>
internal static partial class UnitPath
{
    /// <summary>Adds a lower unit. Its column often repeats the upper one's name: XX公司 | XX公司熔铸厂.</summary>
    public static void Append(StringBuilder unit, string text)
    {
        var path = Separator().Replace(text, "");
        if (unit.Length > 0 && path.StartsWith(unit.ToString(), StringComparison.Ordinal))
        {
            unit.Clear();
        }

        if (unit.Length == 0 || !unit.ToString().EndsWith(path, StringComparison.Ordinal))
        {
            unit.Append(path);
        }
    }

    [GeneratedRegex(@"[/\\>＞→|\s]+|(?<=\p{L})-(?=\p{L})")]
    private static partial Regex Separator();
}
