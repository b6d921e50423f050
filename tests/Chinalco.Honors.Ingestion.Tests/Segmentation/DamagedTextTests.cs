using System.Diagnostics;
using System.Globalization;
using System.Text;
using Chinalco.Honors.Ingestion.Reading;
using Chinalco.Honors.Ingestion.Segmentation;

namespace Chinalco.Honors.Ingestion.Tests.Segmentation;

public sealed class DamagedTextTests
{
    private const int Damaged = 600;
    private const string Noise = "□�█、。，！？“”《》（）●▲○ \t　/|#-—0123456789abcXYZ\u200B\uFEFF\uD83D\uDE00报讯摄版期";

    private const string Page = """
        江边报　2024年5月6日　第三版　要闻　总第812期

        省级劳动奖章名单揭晓

        山南矿业韩启明获省级劳动奖章

        海岭电厂获评省级模范集体

        江边铝厂召开春季检修动员会

        本报讯（记者 冯小满）三月二日，江边铝厂召开春季检修动员会，部署检修任务。厂长蔺守成宣读检修方案，二季

        “班组之星”系列报道之三

        炉前一盏灯

        □ 段立夏

        清晨五点，炉前的灯已经亮了。班长武大年戴好手套，开始了一天的活儿。

        度要完成全部检修任务。

        如今，武大年也带出了徒弟。（下转四版）

        ▲图为检修现场。 冯小满 摄

        更　正

        上期二版“江边”误为“江变”，特此更正。

        关于表彰先进个人的决定

        1．蔺守成　电解车间　班长
        2．韩启明　掘进工区　工区长
        3．钱多多（女）　检测中心　检验员

        责任编辑：韩小雨　版式：冯大年
        """;

    [Fact]
    public void Whatever_happens_to_a_page_spans_are_valid_and_quotes_literal()
    {
        var random = new Random(20240506);
        for (var i = 0; i < Damaged; i++)
        {
            var text = Damage(Page, random);

            SpanRules.ShouldHold(ArticleSegmenter.Segment(new SourceText(i % 4 == 0 ? "a.md" : "a.txt", text, "UTF-8", FrontMatter: null)));
        }
    }

    [Fact]
    public void The_same_text_gives_the_same_articles()
    {
        var text = Damage(Page, new Random(3));

        Describe(Pages.Cut(text)).ShouldBe(Describe(Pages.Cut(text)));
    }

    public static TheoryData<string, string> Extremes =>
        new()
        {
            { "one giant line", new string('铝', 1_500_000) },
            { "a line per character", string.Concat(Enumerable.Repeat("铝\n", 150_000)) },
            { "blank lines", "铝" + new string('\n', 3_000_000) + "铝" },
            { "headings", Repeated(40_000, "创新突破第{0}步\n\n") },
            { "leads", Repeated(15_000, "标题{0}\n本报讯 某厂做了第{0}件好事，\n") },
            { "captions", Repeated(30_000, "▲图为现场{0}。 冯小满 摄\n") },
            { "open quotes", new string('“', 1_000_000) },
            { "brackets", string.Concat(Enumerable.Repeat("（冯小满", 250_000)) },
        };

    [Theory]
    [MemberData(nameof(Extremes))]
    public void Extreme_texts_take_linear_time(string name, string text)
    {
        name.ShouldNotBeEmpty();
        var watch = Stopwatch.StartNew();

        SpanRules.ShouldHold(ArticleSegmenter.Segment(new SourceText("a.txt", text, "UTF-8", FrontMatter: null)));

        // Quadratic work on these would take many minutes; the bound leaves room for a busy machine.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    private static string Damage(string page, Random random)
    {
        var lines = page.Split('\n').ToList();
        for (var change = random.Next(1, 12); change > 0; change--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(7))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(random.Next(lines.Count), lines[at]);
                    break;
                case 2:
                    (lines[at], lines[random.Next(lines.Count)]) = (lines[random.Next(lines.Count)], lines[at]);
                    break;
                case 3:
                    lines[at] = lines[at][..random.Next(lines[at].Length + 1)];
                    break;
                case 4:
                    lines[at] = lines[at]
                        .Insert(random.Next(lines[at].Length + 1), new string(Noise[random.Next(Noise.Length)], random.Next(1, 5)));
                    break;
                case 5:
                    lines[at] = string.Concat(lines[at].Chunk(random.Next(6, 20)).Select(part => new string(part) + "\n"));
                    break;
                default:
                    lines[at] = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Noise[random.Next(Noise.Length)]));
                    break;
            }

            if (lines.Count == 0)
            {
                lines.Add("铝");
            }
        }

        return string.Join(random.Next(3) == 0 ? "\r\n" : "\n", lines);
    }

    private static string Repeated(int times, string format)
    {
        var text = new StringBuilder();
        var parsed = CompositeFormat.Parse(format);
        for (var i = 0; i < times; i++)
        {
            text.AppendFormat(CultureInfo.InvariantCulture, parsed, i);
        }

        return text.ToString();
    }

    private static string Describe(SegmentedSource source) =>
        string.Join(
            '\n',
            source.Articles.Select(article =>
                $"{article.Id} {article.Title} {article.Text} {string.Join(',', article.Spans)} {string.Join(',', article.Warnings)}"
            )
        );
}
