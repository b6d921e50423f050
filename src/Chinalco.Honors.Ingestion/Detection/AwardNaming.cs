using System.Text.RegularExpressions;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>Takes an award's printed name apart: owner, year, the name proper, and the catalogue's entry where the name decides it.</summary>
public static partial class AwardNaming
{
    /// <summary>The parts of a printed name.</summary>
    /// <param name="Printed">The name, without what stood before it and does not belong to it.</param>
    /// <param name="Core">Without owner, year and edition.</param>
    /// <param name="Owner">The owner it begins with.</param>
    /// <param name="Year">Year printed in it.</param>
    /// <param name="Entry">The catalogue's entry.</param>
    /// <param name="Dropped">Number of characters cut off at the start.</param>
    public sealed record Parts(string Printed, string Core, AwardOwner? Owner, int? Year, AwardEntry? Entry, int Dropped);

    /// <summary>Takes the name apart.</summary>
    public static Parts Name(string printed, OwnerReader owners, AwardCatalogue catalogue)
    {
        var dropped = CutPrefix(printed, owners);
        var name = printed[dropped..];
        var bare = YearReader.Strip(name).Trim('“', '”');
        var plain = bare.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal);
        var entry = FindEntry(plain, catalogue);
        if (owners.Read(plain) is { } read)
        {
            return new(name, TrimCore(YearReader.Strip(read.Core)), read.Owner, YearReader.Last(name), entry, dropped);
        }

        return new(name, TrimCore(plain), Owner: null, YearReader.Last(name), entry, dropped);
    }

    /// <summary>The catalogue's entry for a name without year; a bracketed note or a grade behind the name does not change the award.</summary>
    public static AwardEntry? FindEntry(string name, AwardCatalogue catalogue)
    {
        if (catalogue.Find(name) is { } entry)
        {
            return entry;
        }

        var shorter = Note().Replace(name, "");
        if (shorter.Length < name.Length && catalogue.Find(shorter) is { } noted)
        {
            return noted;
        }

        shorter = Grade().Replace(shorter, "");
        return shorter.Length < name.Length && shorter.Length >= 4 ? catalogue.Find(shorter) ?? catalogue.Find(shorter + "奖") : null;
    }

    /// <summary>Words before the owner that the leftward reading took along, such as 获 in 其获全国劳动模范 read with a damaged verb.</summary>
    private static int CutPrefix(string printed, OwnerReader owners)
    {
        var lead = LeadingTime().Match(printed).Length;
        var head = printed[lead..];
        if (owners.Read(YearReader.Strip(head).Replace("“", "", StringComparison.Ordinal)) is not null || head.StartsWith('“'))
        {
            return lead;
        }

        foreach (Match match in StrongOwner().Matches(head))
        {
            if (match.Index is > 0 and <= 12)
            {
                return lead + match.Index;
            }
        }

        return lead;
    }

    private static string TrimCore(string core) => core.Trim('“', '”', ' ', '·', '—', '-');

    [GeneratedRegex("^(?:去年|今年|前年|当年|同年|次年|近日|日前|年度|个人|集体|本人|先后|年)")]
    private static partial Regex LeadingTime();

    [GeneratedRegex("全国(?!各)|中央企业|(?<=[^0-9])(?:19|20)[0-9]{2}年度")]
    private static partial Regex StrongOwner();

    [GeneratedRegex("（[^（）]{1,14}）$")]
    private static partial Regex Note();

    [GeneratedRegex("(?:特等奖|一等奖|二等奖|三等奖|金奖|银奖|铜奖|优秀奖|[一二三]级班组)$")]
    private static partial Regex Grade();
}
