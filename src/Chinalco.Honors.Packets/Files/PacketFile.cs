using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Packets.Facts;
using Chinalco.Honors.Packets.Papers;
using Chinalco.Honors.Packets.Snapshots;
using Chinalco.Honors.Packets.Stories;
using Chinalco.Honors.Packets.Templates;

namespace Chinalco.Honors.Packets.Files;

/// <summary>A paper with its place in the packet.</summary>
internal sealed record NumberedPaper(int Number, Paper Paper, string Title, string File);

/// <summary>A scan with its number as an attachment.</summary>
internal sealed record NumberedScan(int Number, PacketScan Scan, string File);

/// <summary>What a packet is made of.</summary>
/// <param name="LongStory">Of 2,000 characters.</param>
/// <param name="ShortStory">Of 500 characters.</param>
public sealed record PacketOrder(PacketFacts Facts, PersonKind Kind, Story LongStory, Story ShortStory)
{
    /// <summary>Sentences of both stories that nothing proves.</summary>
    public int Pending => LongStory.Pending + ShortStory.Pending;
}

/// <summary>A file of a packet.</summary>
/// <param name="Length">In bytes.</param>
public sealed record PackedFile(string Name, string Title, string Sha256, long Length);

/// <summary>材料包: one archive with every paper, the scans, and what each rests on.</summary>
/// <param name="Content">The archive's bytes; the same for the same order, templates and scans.</param>
public sealed record PacketFile(byte[] Content, ImmutableArray<PackedFile> Files, ImmutableArray<FrozenFact> Facts)
{
    /// <summary>Most bytes of all scans together.</summary>
    public const long MostScanBytes = 120L * 1024 * 1024;

    public string Sha256 => Sha256Hex.Of(Content);

    /// <param name="template">The template of a paper; the summary needs none.</param>
    /// <param name="scan">The bytes of a scan by their hash; null when they are not there.</param>
    /// <exception cref="PacketRefusedException">A story is too long, a scan is not there, or the scans are too large together.</exception>
    public static PacketFile Of(PacketOrder order, Func<Paper, byte[]> template, Func<string, byte[]?> scan)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(scan);
        foreach (var story in new[] { order.LongStory, order.ShortStory }.Where(s => !s.Fits))
        {
            throw new PacketRefusedException($"事迹材料有 {story.Count} 字，超过 {story.Limit} 字。请删减后再生成。");
        }

        var papers = Numbered(order.Kind);
        var scans = Numbered(order.Facts);
        var values = PaperValues.Of(order.Facts, order.LongStory, order.ShortStory, papers, scans);
        using var stream = new MemoryStream();
        List<PackedFile> files = [];
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string name, string title, byte[] content)
            {
                using var from = new MemoryStream(content, writable: false);
                StableZip.Add(zip, name, from);
                files.Add(new PackedFile(name, title, Sha256Hex.Of(content), content.Length));
            }

            foreach (var paper in papers)
            {
                Add(paper.File, paper.Title, Made(paper.Paper, order, template, values));
            }

            var bytes = 0L;
            foreach (var attached in scans)
            {
                var content =
                    scan(attached.Scan.Sha256)
                    ?? throw new PacketRefusedException($"扫描件“{attached.Scan.Title}”的文件不在了。请在表彰文件页面重新上传。");
                bytes += content.Length;
                if (bytes > MostScanBytes)
                {
                    throw new PacketRefusedException(
                        $"扫描件合计超过 {MostScanBytes / 1024 / 1024} MB。请把其中较大的降低分辨率后重新上传。"
                    );
                }

                Add(attached.File, attached.Scan.Title, content);
            }

            Add(PacketManifest.FileName, "清单", PacketManifest.Of(order, files));
            // For "sha256sum -c", and for whoever compares by hand.
            Add("校验清单.txt", "校验清单", Encoding.UTF8.GetBytes(string.Concat(files.Select(f => $"{f.Sha256}  {f.Name}\n"))));
        }

        return new PacketFile(stream.ToArray(), [.. files], [.. order.Facts.All.Select(FrozenFact.Of)]);
    }

    /// <summary>One paper by itself, as a preview.</summary>
    public static byte[] Paper(PacketOrder order, Paper paper, Func<Paper, byte[]> template)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(template);
        var values = PaperValues.Of(order.Facts, order.LongStory, order.ShortStory, Numbered(order.Kind), Numbered(order.Facts));
        return Made(paper, order, template, values);
    }

    private static byte[] Made(Paper paper, PacketOrder order, Func<Paper, byte[]> template, TemplateValues values) =>
        paper == Papers.Paper.Summary
            ? SummaryWorkbook.Of($"{order.Facts.Round.Programme}推荐对象汇总表", [order.Facts])
            : TemplateFiller.Fill(template(paper), values);

    /// <summary>The cover holds the table of contents and has no number in it.</summary>
    private static List<NumberedPaper> Numbered(PersonKind kind) =>
        [
            .. PaperNames
                .For(kind)
                .Select(
                    (p, i) =>
                        new NumberedPaper(i, p, p.ToChinese(), $"{i:00} {p.ToChinese()}{(p == Papers.Paper.Summary ? ".xlsx" : ".docx")}")
                ),
        ];

    private static List<NumberedScan> Numbered(PacketFacts facts) =>
        [
            .. facts
                .Honours.SelectMany(h => h.Scans)
                .Concat(facts.Votes.Select(v => v.Minutes).OfType<PacketScan>())
                .Concat(facts.Opinions.Select(o => o.Answer).OfType<PacketScan>())
                .DistinctBy(s => s.Sha256)
                .Select((s, i) => new NumberedScan(i + 1, s, $"附件/附件{i + 1:00} {SafeName.Of(s.Title)}{s.Ending}")),
        ];
}

/// <summary>A packet cannot be made; the message says why and what to do, in Chinese.</summary>
public sealed class PacketRefusedException(string message) : Exception(message);
