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
    [InlineData(PersonKind.Unit, "集体")]
    public void One_of_the_forms_of_opinion_is_in_it(PersonKind kind, string name) =>
        Made.Packet(Made.Order(kind))
            .Files.Where(f => f.Title.StartsWith("征求意见表", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .Title.ShouldBe($"征求意见表（{name}）");

    [Fact]
    public void The_cover_lists_the_other_papers_in_their_order()
    {
        var packet = Made.Packet(Made.Order());
        packet.Files[0].Name.ShouldBe("00 封面与目录.docx");
        Made.Lines(PacketFile.Paper(Made.Order(), Paper.Cover, StandardTemplates.Of))
            .Where(l => l.Contains('|', StringComparison.Ordinal) && char.IsAsciiDigit(l[0]))
            .Take(8)
            .Select(l => l.Split('|')[1])
            .ShouldBe(packet.Files.Skip(1).Take(8).Select(f => f.Title));
    }

    [Fact]
    public void The_papers_of_a_unit_ask_nothing_that_only_a_person_has()
    {
        var order = Made.Order(PersonKind.Unit, of: SampleFacts.Team());
        foreach (var paper in PaperNames.For(PersonKind.Unit).Where(p => p is not (Paper.Summary or Paper.Honours)))
        {
            var text = Made.AllText(PacketFile.Paper(order, paper, StandardTemplates.Of));
            foreach (var word in new[] { "性别", "民族", "出生", "身份证", "职务（岗位）", "候选人", "政治面貌" })
            {
                text.ShouldNotContain(word, Case.Sensitive, $"{paper}");
            }
        }

        Made.AllText(PacketFile.Paper(order, Paper.Publicity, StandardTemplates.Of))
            .ShouldContain("集体名称：石桥铜业有限公司检修中心机修一班");
    }

    [Fact]
    public void The_approval_form_names_the_highest_honours_and_says_how_many_there_are()
    {
        var text = Made.AllText(PacketFile.Paper(Made.Order(of: SampleFacts.Veteran()), Paper.Approval, StandardTemplates.Of));
        text.ShouldContain("全国技术能手");
        text.ShouldContain("共31项");
        text.ShouldContain("较早的经历略");
    }

    [Fact]
    public void Before_votes_and_publicity_the_report_says_so()
    {
        var facts = SampleFacts.Zou() with { Votes = [], Publicity = [] };
        var text = Made.AllText(PacketFile.Paper(Made.Order(of: facts), Paper.Report, StandardTemplates.Of));
        text.ShouldContain("尚未进行会议表决。");
        text.ShouldContain("尚未公示。");
    }

    [Theory]
    [InlineData("a/b\\c:d*e?\"f<g>h|i", "a_b_c_d_e__f_g_h_i")]
    [InlineData("甲\n乙\u0001丙", "甲_乙丙")]
    [InlineData(" .. ", "未命名")]
    public void Names_of_files_are_written_by_every_system(string title, string name) => SafeName.Of(title).ShouldBe(name);

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
        using var worker = new ZipArchive(new MemoryStream(Made.Packet(Made.Order(more: "\n他从不迟到。")).Content));
        using var unit = new ZipArchive(new MemoryStream(Made.Packet(Made.Order(PersonKind.Unit, of: SampleFacts.Team())).Content));
        foreach (
            var entry in worker
                .Entries.Concat(unit.Entries)
                .Where(e => e.Name.EndsWith(".docx", StringComparison.Ordinal) || e.Name.EndsWith(".xlsx", StringComparison.Ordinal))
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
