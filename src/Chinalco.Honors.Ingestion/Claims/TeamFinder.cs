using System.Buffers;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>Finds the teams a text speaks of by form (…班, …组, …队, …车间), whether their unit is known or not.</summary>
internal sealed partial class TeamFinder(ArticleScan scan, RecipientReader reader)
{
    // A reader looks no further back for the team a sentence means.
    private const int Reach = 900;
    private const int LongestName = 30;

    /// <summary>The last letter of each of <see cref="Ends"/>: most clauses have none and need no closer look.</summary>
    private static readonly SearchValues<char> LastLetters = SearchValues.Create("班组区段间队室部站心场厂台");

    /// <summary>The team a clause begins with; null where it begins with something else.</summary>
    public Recipient? Leading(int start, int end)
    {
        var text = scan.Text.Substring(start, Math.Min(end - start, LongestName + 8));
        return text.AsSpan().ContainsAny(LastLetters) && Opening().Match(text) is { Success: true } match
            ? Of(match.Groups["name"].Value, start)
            : null;
    }

    /// <summary>The team named last before a place; null where none is near.</summary>
    public Recipient? LastBefore(int position)
    {
        var from = Math.Max(0, position - Reach);
        var match = Named().Matches(scan.Text[from..position]).LastOrDefault();
        return match is null ? null : Of(match.Groups["name"].Value, from + match.Index);
    }

    private Recipient? Of(string name, int position)
    {
        var unit = UnitDetector.Find(name, scan.Lexicon).FirstOrDefault(mention => mention.Start == 0);
        if (unit is not null && unit.AliasEnd == name.Length)
        {
            return new(RecipientKind.Unit, name, name, unit.Entry, Position: null);
        }

        return NoTeam().IsMatch(name) || Vocabulary.Positions.LengthEndingAt(name, name.Length) > 0
            ? null
            : new(
                RecipientKind.Team,
                name,
                unit?.Text,
                unit is null ? scan.EnterpriseBefore(position) : reader.Descriptions.EntryOf(name) ?? unit.Entry,
                Position: null
            );
    }

    private const string Ends =
        "(?:班组|[\u4e00-\u9fa5](?<!上|下|接|夜|早|中|交|值|跟|倒|当|加|白|晚|同|全|本|该|这|那)班|小组|[\u4e00-\u9fa5](?<!小|重|机|分|本|该)组|工区|工段|车间|突击队|[\u4e00-\u9fa5](?<!排|部|本|该|全)队|工作室|团队|支部|项目部|[\u4e00-\u9fa5]{2}站|[\u4e00-\u9fa5]{2}室|化验室|[\u4e00-\u9fa5]{2}中心|风电场|分厂|炉台|台区)";

    [GeneratedRegex(
        "^(?:（?[\\d一二三四五六七八九十]+[、.）])?(?:在|由|[他她][^，。的]{0,8}的)?(?<name>[\u4e00-\u9fa5A-Za-z0-9“”]{0,20}?"
            + Ends
            + ")(?=(?:[这那]?[一二两三四五六七八九十\\d]+多?[个名位]?(?:人|姐妹|兄弟|职工|员工|女工|矿工|汉子))|有|是|的|被|获|荣|，|里|在|全|这|集体|成立|现|由|自|也|还|先后|连续|曾|$|。|凭|以|又|再|今|去|20|更|很|最|不|一)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Opening();

    [GeneratedRegex(
        "(?<=^|[，。；：、\n —“]|的|带领|领衔|所在|作为|这个|来到|走进)(?<name>[\u4e00-\u9fa5A-Za-z0-9“”]{0,20}?"
            + Ends
            + ")(?=”|有|是|的|被|获|荣|，|。|里|在|全|这|集体|成立|更|也|还|先后|又|[一二两三四五六七八九十\\d]+多?[个名位])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Named();

    [GeneratedRegex(
        "^(?:这|那|该|本|咱|各|全|每|几|两|三|多|其他|先进|优秀|示范|标杆|红旗|金牌|模范|隔壁|一些|有些|某|我们|他们)|[的了是在被把将让使给为]|评为|授予|获得"
    )]
    private static partial Regex NoTeam();
}
