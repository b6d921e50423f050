using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>Reads the owner at the start of an award's name: 全国, 中央企业, a province, an industry, a unit …</summary>
public sealed partial class OwnerReader(Lexicon lexicon)
{
    private static readonly ImmutableArray<string> NationalWords = ["全国", "国家", "中华", "中国", "大国"];
    private static readonly ImmutableArray<string> CentralWords = ["中央企业", "央企", "国务院国资委", "国资委"];
    private static readonly WordSet RelativeWords = new([
        "自治区",
        "自治州",
        "省",
        "市",
        "区",
        "县",
        "州",
        "集团公司",
        "集团",
        "公司",
        "总公司",
        "分公司",
        "厂",
        "总厂",
        "矿",
        "院",
        "全省",
        "全市",
        "我省",
        "我市",
        "公司级",
        "厂级",
        "集团级",
        "省级",
        "市级",
        "县级",
        "区级",
        "车间",
        "分厂",
        "企业",
    ]);

    /// <summary>The owner the name begins with and the rest of the name; null where it begins with none.</summary>
    public (AwardOwner Owner, string Core)? Read(string name)
    {
        var owner =
            ReadUnit(name)
            ?? ReadCommittee(name)
            ?? ReadBody(name)
            ?? ReadIndustry(name)
            ?? ReadPrefix(name, CentralWords, OwnerKind.CentralEnterprises)
            ?? ReadPrefix(name, NationalWords, OwnerKind.National)
            ?? (RelativeRegion().IsMatch(name) ? ReadRelative(name) : null)
            ?? ReadPlace(name)
            ?? ReadRelative(name)
            ?? ReadUnknownUnit(name);
        return owner is null || owner.Text.Length >= name.Length ? null : (owner, name[owner.Text.Length..]);
    }

    /// <summary>Whether the whole phrase is an owner and nothing else.</summary>
    public AwardOwner? ReadWhole(string phrase) =>
        Read(phrase + "奖") is { Core: "奖" } read ? read.Owner
        : ReadUnit(phrase) is { } unit && UnitDetector.ExtendOverParts(phrase, unit.Text.Length) == phrase.Length
            ? unit with
            {
                Text = phrase,
            }
        : null;

    /// <summary>The province of a place such as 山东淄博; null where it cannot be told.</summary>
    public static Province? ProvinceOf(string? place) =>
        place is null ? null : Vocabulary.Provinces.FirstOrDefault(province => place.StartsWith(province.Name, StringComparison.Ordinal));

    /// <summary>共青团某公司委员会, 中共某公司委员会: the committee stands for its unit.</summary>
    private AwardOwner? ReadCommittee(string name) =>
        Committee().Match(name) is { Success: true } match
        && ReadUnit(match.Groups["unit"].Value) is { } unit
        && unit.Text.Length == match.Groups["unit"].Length
            ? unit with
            {
                Text = match.Value,
            }
            : null;

    [GeneratedRegex("^(?:共青团|中共|中国共产党)(?<unit>[^，。“”（）]{3,24}?)(?:委员会|工作委员会)", RegexOptions.ExplicitCapture)]
    private static partial Regex Committee();

    private AwardOwner? ReadUnit(string name)
    {
        if (lexicon.FindUnitAtStart(name) is not { } best || (best.End < name.Length && name[best.End] is '杯' or '厅' or '局'))
        {
            return null;
        }

        // 中铝 begins 中铝大工匠, whose owner is the group, but also 中铝某某公司, which is another unit.
        var end = best.End;
        var tail = OfUnit().Match(name, end);
        if (tail.Success && tail.Index == end)
        {
            end += tail.Length;
        }

        return new(OwnerKind.Unit, name[..end], best.Values[0], ProvinceOf(best.Values[0].Place));
    }

    /// <summary>中国有色金属工业协会, 云南省总工会, 上海期货交易所: a body decides the level by what it belongs to.</summary>
    private static AwardOwner? ReadBody(string name)
    {
        var match = Body().Match(name);
        if (!match.Success)
        {
            return null;
        }

        var body = match.Value;
        var province = Vocabulary.Provinces.FirstOrDefault(place => body.StartsWith(place.Name, StringComparison.Ordinal));
        var kind =
            OutsideBody().IsMatch(body) ? OwnerKind.Outside
            : body.StartsWith("中央", StringComparison.Ordinal) || NationalBody().IsMatch(body) ? OwnerKind.National
            : body.StartsWith("中国", StringComparison.Ordinal) || body.StartsWith("全国", StringComparison.Ordinal) ? OwnerKind.Industry
            : City().IsMatch(body) && !Municipality().IsMatch(body) ? OwnerKind.City
            : province is not null ? OwnerKind.Province
            : OwnerKind.Outside;
        return new(kind, body, Province: province);
    }

    private static AwardOwner? ReadIndustry(string name) =>
        Industry().Match(name) is { Success: true } match
        && Vocabulary.Provinces.All(place => !name.StartsWith(place.Name, StringComparison.Ordinal))
            ? new(OwnerKind.Industry, match.Value)
            : null;

    private static AwardOwner? ReadPrefix(string name, ImmutableArray<string> words, OwnerKind kind)
    {
        var word = words.FirstOrDefault(word => name.StartsWith(word, StringComparison.Ordinal));
        return word is null ? null
            : word == "中国" ? new(OwnerKind.Industry, word)
            : new(kind, word == "国家" && name.StartsWith("国家级", StringComparison.Ordinal) ? "国家级" : word);
    }

    private static AwardOwner? ReadPlace(string name)
    {
        foreach (var province in Vocabulary.Provinces)
        {
            var text =
                name.StartsWith(province.FullName, StringComparison.Ordinal) ? province.FullName
                : name.StartsWith(province.Name, StringComparison.Ordinal) ? province.Name
                : null;
            if (text is not null)
            {
                var below = LowerPlace().Match(name, text.Length);
                return below.Success && below.Index == text.Length
                    ? new(KindOfPlace(below.Value), text + below.Value, Province: province)
                    : new(OwnerKind.Province, text, Province: province);
            }
        }

        // 安康杯 is a cup, although 安康 is a city.
        if (Vocabulary.Cities.LengthAt(name, 0) is > 0 and var length && !(length < name.Length && name[length] == '杯'))
        {
            return new(
                OwnerKind.City,
                length < name.Length && name[length] is '市' or '州' or '盟' ? name[..(length + 1)] : name[..length]
            );
        }

        if (LowerPlace().Match(name) is { Success: true, Index: 0 } place)
        {
            return new(KindOfPlace(place.Value), place.Value);
        }

        // The nickname is part of the award's own name: the owner is read, but the name keeps it.
        return null;
    }

    private static OwnerKind KindOfPlace(string place) => place[^1] is '市' or '州' or '盟' ? OwnerKind.City : OwnerKind.County;

    private static AwardOwner? ReadRelative(string name) =>
        RelativeWords.LengthAt(name, 0) is > 0 and var length && !(length == 1 && BelongsToNext(name))
            ? new(OwnerKind.Relative, name[..length])
            : null;

    /// <summary>矿山, 厂长, 院士: the character begins another word.</summary>
    private static bool BelongsToNext(string name) =>
        name.Length > 1
        && name[0] switch
        {
            '矿' => name[1] is '山' or '石' or '业' or '工' or '区' or '井' or '长' or '物',
            '厂' => name[1] is '长' or '房' or '区',
            '院' => name[1] is '士' or '长',
            '市' => name[1] is '场' or '民',
            '区' => name[1] is '域' or '间',
            '省' => name[1] is '心' or '力',
            _ => false,
        };

    private static AwardOwner? ReadUnknownUnit(string name) =>
        UnknownUnit().Match(name) is { Success: true } match ? new(OwnerKind.UnknownUnit, match.Value) : null;

    [GeneratedRegex(
        @"\G(?:有限责任公司|有限公司|集团公司|公司|集团)?(?:党委|党组|团委|工会|机关|总部|系统|级)?",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex OfUnit();

    [GeneratedRegex(
        "^(?:交易所|协会|学会|总工会|(?=.{4})[\u4e00-\u9fa5（）]{2,18}?(?:工会全国委员会|交易所|协会|学会|联合会|总工会|工会|委员会|妇联|报社|大学|学院|研究会|基金会|促进会|国资委|人社厅|人社局|经信委|工信厅|科技厅|应急管理厅|应急管理部|人力资源社会保障部|团省委|团市委|团中央|共青团中央|省委|市委|省政府|市政府|商会|银行|电视台))",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Body();

    [GeneratedRegex("^(?:自治区|自治州|全省|全市|我省|我市|省级|市级|县级|区级|省(?!部)|市(?!场))", RegexOptions.ExplicitCapture)]
    private static partial Regex RelativeRegion();

    [GeneratedRegex("交易所|报社|大学|学院|银行|电视台|商会|基金会")]
    private static partial Regex OutsideBody();

    [GeneratedRegex(
        "^(?:中华全国总工会|全国总工会|全国妇联|共青团中央|团中央|人力资源社会保障部|应急管理部|国家.*部$)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex NationalBody();

    [GeneratedRegex("[\u4e00-\u9fa5]{2,4}(?:市|州)", RegexOptions.ExplicitCapture)]
    private static partial Regex City();

    [GeneratedRegex("^(?:北京|上海|天津|重庆)")]
    private static partial Regex Municipality();

    [GeneratedRegex("^(?:全国|中国|国家)?[\u4e00-\u9fa5（）]{2,12}?(?:行业|工业系统|产业|系统)", RegexOptions.ExplicitCapture)]
    private static partial Regex Industry();

    [GeneratedRegex(
        @"\G[\u4e00-\u9fa5]{2,5}?(?:自治州|自治县|市|州|盟|县|(?<!红)旗|(?<![工矿片采])区)(?!场|长|域|政|别|块|级|优|委)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex LowerPlace();

    [GeneratedRegex(
        "^[\u4e00-\u9fa5A-Za-z]{2,10}?(?:股份有限公司|有限责任公司|有限公司|集团公司|集团|分公司|公司|铝业|铜业|锌业|锗业|矿业|铝电|新材料|轻合金|轻金属|炭素|有色(?!金属|行业|系统)|冶炼厂|分厂|工厂|厂|铜矿|煤矿|铝矿|研究院|设计院|车间|项目部|工区)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex UnknownUnit();
}
