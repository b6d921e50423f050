using System.Text;
using Bogus;
using Chinalco.Honors.Domain.Awards;

namespace Chinalco.Honors.Cli.Generating;

/// <summary>Invents names and texts that look like the group's, as often alike as real ones are.</summary>
internal sealed class InventedWords(Randomizer random)
{
    // Weights, roughly as common as the surnames are: namesakes have to be as frequent as in a real roster.
    private static readonly (string Surname, float Share)[] Surnames =
    [
        ("王", 715),
        ("李", 719),
        ("张", 674),
        ("刘", 510),
        ("陈", 461),
        ("杨", 323),
        ("黄", 227),
        ("赵", 217),
        ("吴", 213),
        ("周", 205),
        ("徐", 161),
        ("孙", 153),
        ("马", 131),
        ("朱", 129),
        ("胡", 129),
        ("郭", 120),
        ("何", 119),
        ("林", 119),
        ("高", 108),
        ("罗", 104),
        ("郑", 90),
        ("梁", 86),
        ("谢", 79),
        ("宋", 74),
        ("唐", 73),
        ("许", 70),
        ("邓", 67),
        ("冯", 65),
        ("韩", 65),
        ("曹", 62),
        ("曾", 60),
        ("彭", 58),
        ("萧", 55),
        ("蔡", 53),
        ("潘", 52),
        ("田", 50),
        ("董", 49),
        ("袁", 49),
        ("于", 48),
        ("余", 47),
        ("叶", 46),
        ("蒋", 45),
        ("杜", 43),
        ("苏", 42),
        ("魏", 42),
        ("程", 41),
        ("吕", 40),
        ("丁", 39),
        ("沈", 37),
        ("任", 37),
        ("姚", 36),
        ("卢", 36),
        ("傅", 35),
        ("钟", 35),
        ("姜", 34),
        ("崔", 34),
        ("谭", 34),
        ("廖", 33),
        ("范", 33),
        ("汪", 32),
        ("付", 30),
        ("单", 9),
        ("解", 9),
        ("查", 5),
        ("仇", 5),
        ("区", 4),
        ("华", 8),
        ("朴", 3),
        ("尉迟", 1),
        ("欧阳", 8),
        ("司马", 2),
        ("覃", 20),
    ];

    private const string Given =
        "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰红梅建国文志海波鹏飞云龙晓东辉斌峰健浩宇俊凯林森鑫博瑞雪琳婷慧颖倩佳欣怡然子涵一诺梓轩思远振兴永德福生长春立新卫星向阳庆祥宝成金水根土有才";

    private const string Places =
        "云南河南山西山东贵州广西青海甘肃宁夏包头洛阳遵义昆明平果兰州郑州银川中州抚顺连城沈阳西南华东北方滇中晋北豫西";

    private static readonly string[] Metals =
    [
        "铝业",
        "铜业",
        "锌业",
        "稀土",
        "锗业",
        "镁业",
        "碳素",
        "工程",
        "物流",
        "研究院",
        "电力",
        "铝箔",
    ];
    private static readonly string[] PlantKinds =
    [
        "电解",
        "氧化铝",
        "阳极",
        "铸造",
        "熔炼",
        "轧制",
        "动力",
        "检修",
        "矿山",
        "质检",
        "仓储",
        "热电",
    ];
    private static readonly string[] Positions =
    [
        "电解工",
        "班长",
        "工程师",
        "技师",
        "车间主任",
        "操作工",
        "化验员",
        "钳工",
        "焊工",
        "调度员",
    ];
    private static readonly string[] Merits =
    [
        "劳动模范",
        "五一劳动奖章",
        "技术能手",
        "先进工作者",
        "优秀共产党员",
        "青年岗位能手",
        "科技进步奖",
        "安全生产标兵",
        "三八红旗手",
        "优秀工会工作者",
        "大工匠",
        "创新能手",
        "质量标兵",
        "巾帼标兵",
        "最美职工",
        "道德模范",
    ];

    private readonly string[] vocabulary = [.. Enumerable.Range(0, 3000).Select(_ => Characters(random, 2))];

    public int Number(int least, int most) => random.Number(least, most);

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Number(0, from.Count - 1)];

    public char Pick(string from) => from[random.Number(0, from.Length - 1)];

    /// <summary>The first ones far more often than the last, as awards are conferred.</summary>
    public T PickEarlyOnes<T>(IReadOnlyList<T> from) => from[(int)(from.Count * Math.Pow(random.Double(), 2.5))];

    public string PersonName() =>
        random.WeightedRandom(SurnameTexts, Shares) + Pick(Given) + (random.Number(1, 100) <= 78 ? Pick(Given) : "");

    private static readonly string[] SurnameTexts = [.. Surnames.Select(s => s.Surname)];

    private static readonly float[] Shares = [.. Surnames.Select(s => s.Share / Surnames.Sum(all => all.Share))];

    public (string Name, string Alias) Company()
    {
        var at = random.Number(0, (Places.Length / 2) - 1) * 2;
        var (place, metal) = (Places.Substring(at, 2), Pick(Metals));
        var mark = Characters(random, 1);
        return ($"{place}{mark}{metal}有限公司", $"{place[0]}{mark}{metal[0]}");
    }

    public string FormerName(string alias) => $"{alias}{Pick(PlantKinds)}总厂";

    public string Plant() => Pick(PlantKinds) + "厂";

    public string Workshop() => $"{Pick("一二三四五六七八九十")}车间";

    public string Position() => Pick(Positions);

    public string Team() => $"{Pick(PlantKinds)}{Pick("一二三四五六七八九十")}班";

    /// <summary>Each merit at each level that has it, with the short names that people use. The families take turns.</summary>
    public IEnumerable<(string Name, AwardLevel Level, AwardFamily Family, string[] Aliases)> Awards()
    {
        var families = Enum.GetValues<AwardFamily>();
        for (var i = 0; i < Merits.Length; i++)
        {
            var (merit, family) = (Merits[i], families[i % families.Length]);
            yield return ("全国" + merit, AwardLevel.National, family, merit == "劳动模范" ? ["全国劳模"] : []);
            yield return ("中央企业" + merit, AwardLevel.Provincial, family, ["央企" + merit]);
            yield return ("有色金属行业" + merit, AwardLevel.Industry, family, []);
            yield return ("示例集团" + merit, AwardLevel.Group, family, ["集团" + merit]);
            yield return ("示例板块" + merit, AwardLevel.Segment, family, []);
            yield return ("示例市" + merit, AwardLevel.City, family, []);
            yield return ("示例县" + merit, AwardLevel.County, family, []);
            yield return ("示例协会" + merit, AwardLevel.External, family, []);
            for (var at = 0; at < Places.Length; at += 4)
            {
                yield return ($"{Places.Substring(at, 2)}{merit}", AwardLevel.Enterprise, family, []);
            }
        }
    }

    /// <summary>Most reports print the catalogue's name, some another.</summary>
    public string AsPrinted(string award) => random.Number(1, 12) == 1 ? award + "称号" : award;

    public string Headline(string person) => $"{person}：{Pick(vocabulary)}{Pick(vocabulary)}的{Pick(vocabulary)}人";

    /// <summary>About 800 characters.</summary>
    public string Story(string person, string unit, string award)
    {
        var story = new StringBuilder($"{unit}的{person}荣获{award}称号。\n");
        while (story.Length < 800)
        {
            var length = random.Number(4, 9);
            for (var word = 0; word < length; word++)
            {
                story.Append(Pick(vocabulary));
                if (random.Number(1, 4) == 1)
                {
                    story.Append(Pick("的了在是和有"));
                }
            }

            story.Append(
                random.Number(1, 6) == 1 ? "。\n"
                : random.Number(1, 2) == 1 ? "，"
                : "。"
            );
        }

        return story.ToString();
    }

    /// <summary>Characters of the first level of GB 2312, which are the common ones.</summary>
    private static string Characters(Randomizer random, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => Common.Value[random.Number(0, Common.Value.Length - 1)]));

    private static readonly Lazy<string> Common = new(() =>
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gb = Encoding.GetEncoding("GB2312");

        // Rows 16 to 55 hold 3,755 characters; row 55 ends early.
        return string.Concat(
            from row in Enumerable.Range(16, 40)
            from cell in Enumerable.Range(1, row == 55 ? 89 : 94)
            select gb.GetString([(byte)(0xA0 + row), (byte)(0xA0 + cell)])
        );
    });
}
