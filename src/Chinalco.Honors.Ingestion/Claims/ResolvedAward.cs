using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>How sure it is which award a text means.</summary>
public enum AwardCertainty
{
    /// <summary>The catalogue's own entry.</summary>
    Listed = 1,

    /// <summary>A known kind of award of a stated owner: 某省技术能手.</summary>
    OwnerStated = 2,

    /// <summary>The owner comes from the surroundings: heading, meeting, the unit the text is about.</summary>
    OwnerInferred = 3,

    /// <summary>Nothing says who confers it.</summary>
    Unowned = 4,
}

/// <summary>An award as a finding states it.</summary>
/// <param name="Printed">As printed, simplified, with shared words restored.</param>
/// <param name="Canonical">With its owner, without year and edition; the catalogue's name where it is listed.</param>
/// <param name="Entry">The catalogue's entry.</param>
/// <param name="Level">Level; null where nothing tells it.</param>
/// <param name="ConferringBody">Who confers it, as far as it can be told.</param>
/// <param name="Year">Year printed for it.</param>
/// <param name="Certainty">How sure it is.</param>
public sealed record ResolvedAward(
    string Printed,
    string Canonical,
    AwardEntry? Entry,
    AwardLevel? Level,
    string? ConferringBody,
    int? Year,
    AwardCertainty Certainty
);

/// <summary>What the surroundings of a mention say about its award.</summary>
/// <param name="Issuer">The unit whose award it is where the name says nothing, such as the unit that holds the meeting.</param>
/// <param name="Owner">An owner stated in the heading or title of the list.</param>
/// <param name="Year">The year of the heading, or a year before the verb.</param>
public sealed record AwardContext(UnitEntry? Issuer, AwardOwner? Owner = null, int? Year = null);

/// <summary>Decides which award a mention means, with the help of its surroundings.</summary>
public sealed class AwardResolver(Lexicon lexicon)
{
    private static readonly WordSet ProperHeads = new([
        "工匠",
        "大工匠",
        "名匠",
        "楷模",
        "英才",
        "好人",
        "首席技师",
        "技能大师",
        "年度人物",
    ]);

    /// <summary>Decides the award.</summary>
    public ResolvedAward Resolve(AwardMention mention, AwardContext context)
    {
        var year = mention.Year ?? context.Year;
        if (mention.Entry is { } listed && !AwardCatalogue.IsFamily(listed))
        {
            var name = IsPlain(listed.Name) ? listed.Name : YearReader.Strip(Unquoted(mention.Printed));
            return new(mention.Printed, name, listed, listed.Level, listed.ConferringBody, year, AwardCertainty.Listed);
        }

        if (mention.Owner is { Kind: not OwnerKind.Relative } stated)
        {
            return Owned(mention, stated, year, AwardCertainty.OwnerStated);
        }

        if (mention.Owner is { } relative)
        {
            return OfRelative(mention, relative, context, year);
        }

        if (Nickname(mention.Core) is { } province)
        {
            var entry = AwardNaming.FindEntry(mention.Core, lexicon.Awards);
            return new(
                mention.Printed,
                mention.Core,
                entry,
                AwardLevel.Provincial,
                Body(AwardLevel.Provincial, province.FullName, mention),
                year,
                AwardCertainty.OwnerStated
            );
        }

        if (
            ProperHeads.LengthEndingAt(mention.Core, mention.Core.Length) is > 0 and var head
            && mention.Core.Length - head is >= 2 and <= 4
            && context.Owner is null
            && !IsGeneral(mention.Core[..^head])
        )
        {
            return new(mention.Printed, mention.Core, mention.Entry, AwardLevel.City, ConferringBody: null, year, AwardCertainty.Unowned);
        }

        return context.Owner is { } heading ? Owned(mention, heading, year, AwardCertainty.OwnerInferred)
            : context.Issuer is { } issuer
                ? Owned(mention, new(OwnerKind.Unit, issuer.ShortName, issuer), year, AwardCertainty.OwnerInferred)
            : new(mention.Printed, mention.Core, mention.Entry, mention.Entry?.Level, ConferringBody: null, year, AwardCertainty.Unowned);
    }

    private ResolvedAward Owned(AwardMention mention, AwardOwner owner, int? year, AwardCertainty certainty)
    {
        var text =
            owner.Unit is { } unit
            && (owner.Text.StartsWith(unit.Name, StringComparison.Ordinal) || owner.Text.EndsWith("委员会", StringComparison.Ordinal))
                ? unit.ShortName
                : owner.Text.Replace("工会全国委员会", "工会", StringComparison.Ordinal);
        var canonical = text + Unquoted(mention.Core);
        var entry = AwardNaming.FindEntry(canonical, lexicon.Awards) ?? mention.Entry;
        var own = entry is not null && !AwardCatalogue.IsFamily(entry);
        var level = own ? entry!.Level : owner.Level;
        return new(
            mention.Printed,
            own && IsPlain(entry!.Name) ? entry.Name : canonical,
            entry,
            level,
            own ? entry!.ConferringBody : owner.Unit?.Name ?? Body(level, owner.Province?.FullName ?? owner.Text, mention),
            year,
            own ? AwardCertainty.Listed : certainty
        );
    }

    private ResolvedAward OfRelative(AwardMention mention, AwardOwner relative, AwardContext context, int? year)
    {
        var province = OwnerReader.ProvinceOf(context.Issuer?.Place);
        return relative.Text switch
        {
            "自治区" or "省" or "全省" or "我省" or "省级" when province is not null => Owned(
                mention,
                new(OwnerKind.Province, province.FullName, Province: province),
                year,
                AwardCertainty.OwnerInferred
            ),
            "自治区" or "省" or "全省" or "我省" or "省级" => Owned(
                mention,
                relative with
                {
                    Kind = OwnerKind.Province,
                },
                year,
                AwardCertainty.OwnerInferred
            ),
            "市" or "全市" or "我市" or "市级" or "州" or "自治州" => Owned(
                mention,
                relative with
                {
                    Kind = OwnerKind.City,
                },
                year,
                AwardCertainty.OwnerInferred
            ),
            "区" or "县" or "区级" or "县级" => Owned(
                mention,
                relative with
                {
                    Kind = OwnerKind.County,
                },
                year,
                AwardCertainty.OwnerInferred
            ),
            "集团" or "集团公司" or "集团级" or "总公司" when GroupOf(context.Issuer) is { } group => Owned(
                mention,
                new(OwnerKind.Unit, group.ShortName, group),
                year,
                AwardCertainty.OwnerInferred
            ),
            _ when context.Issuer is { } issuer => Owned(
                mention,
                new(OwnerKind.Unit, issuer.ShortName, issuer),
                year,
                AwardCertainty.OwnerInferred
            ),
            _ => Owned(mention, relative with { Kind = OwnerKind.UnknownUnit }, year, AwardCertainty.OwnerInferred),
        };
    }

    private UnitEntry? GroupOf(UnitEntry? unit)
    {
        for (var depth = 0; unit is not null && depth < 12; depth++)
        {
            if (unit.Tier == Domain.Units.UnitTier.Group)
            {
                return unit;
            }

            unit = lexicon.ParentOf(unit);
        }

        return null;
    }

    private static Province? Nickname(string core) =>
        Vocabulary.Provinces.FirstOrDefault(province =>
            province.Nicknames.Any(nickname => core.StartsWith(nickname, StringComparison.Ordinal))
        );

    /// <summary>青年工匠 or 岗位能手 name a kind, not a place.</summary>
    private static bool IsGeneral(string modifier) =>
        modifier
            is "青年"
                or "岗位"
                or "首席"
                or "杰出"
                or "优秀"
                or "十佳"
                or "最美"
                or "创新"
                or "企业"
                or "年度"
                or "技能"
                or "感动"
                or "十大"
                or "金牌"
                or "杰出青年";

    private static bool IsPlain(string name) =>
        !name.Contains('/', StringComparison.Ordinal) && !(name.Contains('（', StringComparison.Ordinal) && !name.EndsWith('）'));

    private static string Unquoted(string name) =>
        name.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal);

    /// <summary>Who confers such an award by its kind; null where only the document can tell.</summary>
    private static string? Body(AwardLevel? level, string owner, AwardMention mention)
    {
        var union =
            mention.Core.Contains("五一", StringComparison.Ordinal)
            || mention.Core.Contains("先锋号", StringComparison.Ordinal)
            || mention.Core.Contains("工匠", StringComparison.Ordinal);
        return level switch
        {
            AwardLevel.Provincial or AwardLevel.City when union => owner + "总工会",
            AwardLevel.Provincial when mention.Core.StartsWith("劳动模范", StringComparison.Ordinal) && owner.Length > 2 =>
                $"中共{owner}委员会、{owner}人民政府",
            _ => null,
        };
    }
}
