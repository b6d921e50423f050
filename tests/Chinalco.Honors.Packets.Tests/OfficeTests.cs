using System.Diagnostics;
using System.IO.Compression;
using Chinalco.Honors.Packets.Files;
using Chinalco.Honors.Packets.Papers;

namespace Chinalco.Honors.Packets.Tests;

/// <summary>LibreOffice opens every paper without a question and lays it out on the paper it is made for.</summary>
public sealed class OfficeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task LibreOffice_makes_pages_of_every_paper()
    {
        var office = Office();
        Assert.SkipUnless(
            office is not null,
            "LibreOffice (soffice) is not installed: apt-get install libreoffice-writer libreoffice-calc"
        );
        var folder = Directory.CreateTempSubdirectory("packet-");
        try
        {
            await ConvertAsync(office!, folder.FullName);
            var made = Directory
                .GetFiles(folder.FullName, "*.pdf")
                .Select(f => (Name: Path.GetFileNameWithoutExtension(f), Pages: Pages(f)))
                .ToList();
            // All of a worker's, two other forms of opinion, two forms for units, and two that are very full.
            made.Count.ShouldBe(PaperNames.For(PersonKind.Worker).Count() + 2 + 2 + 2);
            made.ShouldAllBe(p => p.Pages.Count > 0);
            // A3 across: 1190.55 by 841.89 points; A4: 595.3 by 841.9.
            var forms = made.Where(p => p.Name.Contains("推荐审批表")).ToList();
            forms.Count.ShouldBe(3);
            (int, int)[] sheet = [(1191, 842), (1191, 842)];
            forms.ShouldAllBe(p => p.Pages.SequenceEqual(sheet));
            made.Where(p => p.Name.Contains("征求意见表")).ShouldAllBe(p => p.Pages.Count == 1);
            made.Where(p => p.Name.Contains("事迹材料")).ShouldAllBe(p => p.Pages.All(s => s.Width == 595 && s.Height == 842));
            made.Single(p => p.Name.EndsWith("推荐对象汇总表", StringComparison.Ordinal)).Pages.ShouldBe([(842, 595)]);
        }
        finally
        {
            if (Environment.GetEnvironmentVariable("HONORS_KEEP_PAPERS") is null)
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static async Task ConvertAsync(string office, string folder)
    {
        foreach (var paper in new[] { Paper.Approval, Paper.Cover })
        {
            await File.WriteAllBytesAsync(
                Path.Combine(folder, $"满 {paper.ToChinese()}.docx"),
                PacketFile.Paper(Made.Order(of: SampleFacts.Veteran()), paper, StandardTemplates.Of)
            );
        }

        foreach (var kind in Enum.GetValues<PersonKind>())
        {
            var facts = kind == PersonKind.Unit ? SampleFacts.Team() : SampleFacts.Zou();
            await using var zip = new ZipArchive(new MemoryStream(Made.Packet(Made.Order(kind, "\n他从不迟到。", facts)).Content));
            foreach (
                var entry in zip.Entries.Where(e =>
                    e.Name.EndsWith(".docx", StringComparison.Ordinal) || e.Name.EndsWith(".xlsx", StringComparison.Ordinal)
                )
            )
            {
                await entry.ExtractToFileAsync(Path.Combine(folder, entry.Name), overwrite: true);
            }
        }

        var start = new ProcessStartInfo(office)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var argument in new[]
            {
                $"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder,
            }.Concat(Directory.GetFiles(folder, "*.docx").Concat(Directory.GetFiles(folder, "*.xlsx")).Order())
        )
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        using var late = new CancellationTokenSource(Patience);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(late.Token);
            await process.StandardOutput.ReadToEndAsync(late.Token);
            await errors;
            await process.WaitForExitAsync(late.Token);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        process.ExitCode.ShouldBe(0);
    }

    private static string? Office() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(p => Path.Combine(p, "soffice"))
            .FirstOrDefault(File.Exists);

    /// <summary>The pages of a PDF file, in points.</summary>
    private static List<(int Width, int Height)> Pages(string file)
    {
        using var document = UglyToad.PdfPig.PdfDocument.Open(file);
        return [.. document.GetPages().Select(p => ((int)Math.Round(p.Width), (int)Math.Round(p.Height)))];
    }
}
