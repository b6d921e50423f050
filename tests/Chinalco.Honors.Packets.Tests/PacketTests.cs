using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Packets.Facts;
using Chinalco.Honors.Packets.Files;
using Chinalco.Honors.Packets.Papers;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Chinalco.Honors.Packets.Tests;

public sealed class PacketTests
{
    [Fact]
    public void The_same_facts_give_the_same_bytes() => Made.Packet(Made.Order()).Content.ShouldBe(Made.Packet(Made.Order()).Content);

    [Fact]
    public void Every_file_is_in_the_list_with_its_hash()
    {
        var packet = Made.Packet(Made.Order());
        using var zip = new ZipArchive(new MemoryStream(packet.Content));
        var files = zip.Entries.ToDictionary(e => e.FullName, Read);
        var listed = Encoding
            .UTF8.GetString(files["校验清单.txt"])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split("  ", 2))
            .ToDictionary(l => l[1], l => l[0]);
        listed.Keys.Order().ShouldBe(files.Keys.Where(f => f != "校验清单.txt").Order());
        listed.ShouldAllBe(l => Sha256Hex.Of(files[l.Key]) == l.Value);

        using var manifest = JsonDocument.Parse(files["清单.json"]);
        manifest.RootElement.GetProperty("facts").GetArrayLength().ShouldBe(packet.Facts.Length);
        manifest.RootElement.GetProperty("files").GetArrayLength().ShouldBe(files.Count - 2);
    }

    [Fact]
    public void Scans_are_attached_numbered_and_named_by_the_list_of_honours()
    {
        var packet = Made.Packet(Made.Order());
        packet
            .Files.Where(f => f.Name.StartsWith("附件/", StringComparison.Ordinal))
            .Select(f => f.Name)
            .ShouldBe(["附件/附件01 表彰文件：全国技术能手.pdf", "附件/附件02 职代会纪要.pdf"]);
        var list = Made.Lines(PacketFile.Paper(Made.Order(), Paper.Honours, StandardTemplates.Of));
        list.ShouldContain(l =>
            l.StartsWith("2|2018|全国技术能手|国家级", StringComparison.Ordinal) && l.EndsWith("|1", StringComparison.Ordinal)
        );
        list.ShouldContain(l => l.StartsWith("1|2016", StringComparison.Ordinal) && l.EndsWith('|'));
    }

    [Theory]
    [InlineData(PersonKind.Cadre, "机关事业单位干部")]
    [InlineData(PersonKind.Executive, "企业负责人")]
    [InlineData(PersonKind.Worker, "一线职工、农民")]
    public void One_of_three_forms_of_opinion_is_in_it(PersonKind kind, string name) =>
        Made.Packet(Made.Order(kind))
            .Files.Where(f => f.Title.StartsWith("征求意见表", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .Title.ShouldBe($"征求意见表（{name}）");

    [Fact]
    public void A_publicity_says_no_more_than_name_unit_and_post()
    {
        var text = Made.AllText(PacketFile.Paper(Made.Order(), Paper.Publicity, StandardTemplates.Of));
        text.ShouldContain("邹承岳");
        text.ShouldContain("公示期满，公示无异议。");
        text.ShouldNotContain("1968");
        text.ShouldNotContain("党员");
        text.ShouldNotContain("汉族");
    }

    [Fact]
    public void A_publicity_that_lasts_is_not_said_to_have_ended_well()
    {
        var facts = SampleFacts.Zou();
        var lasting = facts with { Publicity = [facts.Publicity[0] with { IsOver = false }] };
        var text = Made.AllText(PacketFile.Paper(Made.Order(of: lasting), Paper.Publicity, StandardTemplates.Of));
        text.ShouldContain("公示尚未结束。");
        text.ShouldNotContain("公示无异议");
    }

    [Fact]
    public void Documents_are_valid()
    {
        using var zip = new ZipArchive(new MemoryStream(Made.Packet(Made.Order(more: "\n他从不迟到。")).Content));
        foreach (
            var entry in zip.Entries.Where(e =>
                e.Name.EndsWith(".docx", StringComparison.Ordinal) || e.Name.EndsWith(".xlsx", StringComparison.Ordinal)
            )
        )
        {
            using OpenXmlPackage document = entry.Name.EndsWith(".docx", StringComparison.Ordinal)
                ? WordprocessingDocument.Open(new MemoryStream(Read(entry)), isEditable: false)
                : SpreadsheetDocument.Open(new MemoryStream(Read(entry)), isEditable: false);
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
                .Validate(document)
                .Select(e => $"{entry.Name}: {e.Path?.XPath} {e.Description}")
                .ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_story_that_is_too_long_makes_no_packet()
    {
        var order = Made.Order(more: "\n" + new string('长', 2000) + "。");
        Should.Throw<PacketRefusedException>(() => Made.Packet(order)).Message.ShouldContain("超过 2000 字");
    }

    [Fact]
    public void A_scan_that_is_lost_makes_no_packet() =>
        Should
            .Throw<PacketRefusedException>(() => PacketFile.Of(Made.Order(), StandardTemplates.Of, _ => null))
            .Message.ShouldContain("重新上传");

    [Fact]
    public void A_name_of_braces_is_nobodys_field()
    {
        var facts = SampleFacts.Zou();
        var odd = facts with { Candidate = facts.Candidate with { Unit = "甲\u0001乙" } };
        Made.AllText(PacketFile.Paper(Made.Order(of: odd), Paper.Cover, StandardTemplates.Of)).ShouldContain("甲乙");
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
