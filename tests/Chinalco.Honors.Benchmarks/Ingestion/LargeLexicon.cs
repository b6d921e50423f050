using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Benchmarks.Ingestion;

/// <summary>A lexicon of the size of the whole group: the seeds, filled up with invented people, units and awards. The seed decides all.</summary>
internal static class LargeLexicon
{
    private const string CommonSurnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金";
    private const string GivenCharacters =
        "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国志文玉兰红云峰宇浩然博雅晓东海波成龙振兴永昌立新春生光辉宏达子轩雨桐思远佳慧俊松柏青山河清泉金鹏程万里少华世荣德胜福顺祥瑞";
    private const string NameSyllables =
        "安宝昌诚达德东方丰富广国海恒弘宏华辉汇嘉建江金锦晋京康兰蓝力联龙隆鲁明南宁鹏平普启庆荣瑞润山盛顺泰天通万旺威西祥新鑫兴银永裕元远云泽长振正中众";

    private static readonly ImmutableArray<string> Trades =
    [
        "铝业",
        "铜业",
        "矿业",
        "锌业",
        "冶炼",
        "建设",
        "碳素",
        "新材料",
        "铝加工",
        "物流",
        "氧化铝",
        "电解铝",
    ];
    private static readonly ImmutableArray<string> Parts =
    [
        "电解厂",
        "熔铸车间",
        "检修中心",
        "动力厂",
        "采矿场",
        "选矿车间",
        "质检中心",
        "热轧厂",
    ];
    private static readonly ImmutableArray<string> Posts =
    [
        "电解工",
        "钳工",
        "焊工",
        "车间主任",
        "班长",
        "工程师",
        "化验员",
        "天车工",
        "维修电工",
        "技术员",
    ];
    private static readonly ImmutableArray<string> Fields =
    [
        "安全生产",
        "设备管理",
        "质量",
        "技术创新",
        "节能",
        "青年",
        "巾帼",
        "党务",
        "工会",
        "宣传",
    ];
    private static readonly ImmutableArray<string> Heads =
    [
        "劳动模范",
        "技术能手",
        "先进个人",
        "先进集体",
        "标兵",
        "优秀班组长",
        "岗位能手",
        "优秀共产党员",
        "先锋号",
        "十佳员工",
    ];

    /// <summary>The lexicon.</summary>
    /// <param name="seeds">The folder with the catalogue and the roster to fill up.</param>
    /// <param name="people">How many people it holds.</param>
    /// <param name="units">How many units it holds.</param>
    /// <param name="awards">How many awards it holds.</param>
    /// <param name="seed">What the invented entries depend on.</param>
    public static (Lexicon Lexicon, ImmutableArray<string> Names) Build(string seeds, int people, int units, int awards, int seed)
    {
        var random = new Random(seed);
        var allUnits = Fill(SeedCatalogue.ReadUnits(Path.Combine(seeds, "units.yaml")), units, unit => unit.Name, i => Unit(random, i));
        var allAwards = Fill(
            SeedCatalogue.ReadAwards(Path.Combine(seeds, "awards.yaml")),
            awards,
            award => award.Name,
            i => Award(random, i, allUnits)
        );
        List<PersonEntry> everybody = [.. SeedCatalogue.ReadRoster(Path.Combine(seeds, "roster.csv"))];
        var known = everybody.Count;
        while (everybody.Count < people)
        {
            everybody.Add(
                new(
                    string.Create(CultureInfo.InvariantCulture, $"B{everybody.Count:000000}"),
                    Name(random),
                    allUnits[random.Next(allUnits.Count)].Name + (random.Next(3) == 0 ? Pick(random, Parts) : ""),
                    Pick(random, Posts)
                )
            );
        }

        return (new(allUnits, allAwards, everybody), [.. everybody.Skip(known).Select(person => person.Name)]);
    }

    /// <summary>A name as frequent as such names are: namesakes occur.</summary>
    private static string Name(Random random)
    {
        var surname = CommonSurnames[(int)(Math.Pow(random.NextDouble(), 2) * CommonSurnames.Length)];
        var given = GivenCharacters[random.Next(GivenCharacters.Length)].ToString();
        return surname + (random.Next(5) == 0 ? given : given + GivenCharacters[random.Next(GivenCharacters.Length)]);
    }

    private static UnitEntry Unit(Random random, int index)
    {
        var place = Pick(random, Vocabulary.Provinces).Name;
        var brand = $"{NameSyllables[random.Next(NameSyllables.Length)]}{NameSyllables[random.Next(NameSyllables.Length)]}";
        var trade = Pick(random, Trades);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"BU{index:0000}"),
            $"{place}{brand}{trade}有限公司",
            UnitTier.Enterprise,
            "U001",
            place,
            [brand + trade],
            []
        );
    }

    private static AwardEntry Award(Random random, int index, List<UnitEntry> units)
    {
        var unit = units[random.Next(units.Count)];
        var head = Pick(random, Heads);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"BW{index:0000}"),
            unit.ShortName + (random.Next(2) == 0 ? Pick(random, Fields) : "") + head,
            AwardLevel.Enterprise,
            unit.Name,
            [head.EndsWith("集体", StringComparison.Ordinal) || head == "先锋号" ? RecipientKind.Team : RecipientKind.Person],
            []
        );
    }

    private static List<T> Fill<T>(IEnumerable<T> known, int count, Func<T, string> nameOf, Func<int, T> invent)
    {
        List<T> all = [.. known];
        var names = all.Select(nameOf).ToHashSet(StringComparer.Ordinal);
        while (all.Count < count)
        {
            var next = invent(all.Count);
            if (names.Add(nameOf(next)))
            {
                all.Add(next);
            }
        }

        return all;
    }

    private static T Pick<T>(Random random, ImmutableArray<T> from) => from[random.Next(from.Length)];
}
