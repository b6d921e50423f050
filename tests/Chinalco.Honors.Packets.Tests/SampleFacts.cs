using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Nominations.Eligibility;
using Chinalco.Honors.Packets.Facts;
using Chinalco.Honors.Packets.Stories;

namespace Chinalco.Honors.Packets.Tests;

/// <summary>An invented candidate with everything that a packet may say.</summary>
internal static class SampleFacts
{
    public static readonly Guid Article = Guid.Parse("11111111-1111-1111-1111-111111111111");

    private static readonly Guid Scope = Guid.Parse("22222222-2222-2222-2222-222222222222");

    private const string Printed =
        "石桥铜业检修中心的清晨，是从一根听音棒开始的。邹承岳把棒头抵住轴承座，闭眼听了半分钟，直起腰来：“内圈，最多再跑三天。”三天后拆下来一看，内圈上果然有一道发丝似的裂纹。邹承岳是石桥铜业检修中心的机修钳工首席技师。2023年，邹承岳带着班组完成了36项检修，省下费用80多万元。";

    public static PacketFacts Zou()
    {
        var candidate = Fact(FactKind.Candidate, "zou", "邹承岳现任石桥铜业检修中心机修钳工首席技师。", new Proof("所在单位人事名册"));
        return new PacketFacts(
            new PacketRound(
                "2024年全国五一劳动奖章",
                2024,
                "石桥铜业2024年推荐",
                "石桥铜业有限公司",
                "石桥铜业检修中心",
                new DateOnly(2024, 3, 15),
                "正选",
                1,
                "产业工人、一线职工",
                ["纪检监察", "应急管理", "税务"]
            ),
            new PacketCandidate(
                candidate,
                CandidateKinds.Person,
                "邹承岳",
                "石桥铜业检修中心",
                "机修钳工首席技师",
                Fact(FactKind.Personnel, "personnel", "邹承岳，男，汉族，1968年5月出生，中共党员。", new Proof("所在单位人事名册")),
                "男",
                "汉族",
                "1968年5月",
                "1988年7月",
                "中共党员",
                "大专",
                "高级技师"
            ),
            [
                new PacketPost(
                    Fact(FactKind.Post, "post", "石桥铜业检修中心机修钳工首席技师", new Proof("人事名册")),
                    "2010年",
                    null,
                    "石桥铜业检修中心",
                    "机修钳工首席技师"
                ),
            ],
            [
                Honour(2016, "中国铜业劳动模范", "企业级", 5, "中国铜业有限公司"),
                Honour(2018, "全国技术能手", "国家级", 1, "人力资源和社会保障部", new string('a', 64)),
                Honour(2020, "国务院政府特殊津贴", "国家级", 1, "国务院"),
            ],
            [.. Sentences.In(Printed).Select(s => Sentence(s, Printed[s.Start..s.End]))],
            [
                new PacketDeclared(
                    Fact(FactKind.Declared, "barred", "没有处分", new Proof("纪检部门回函")),
                    "最近一次违纪违法处分",
                    "无",
                    "纪检部门2024年2月回函"
                ),
            ],
            [
                new PacketVote(
                    Fact(FactKind.Vote, "vote", "2024年2月20日，职代会应到120人，实到112人，赞成109人。", new Proof("会议纪要")),
                    "职代会",
                    new DateOnly(2024, 2, 20),
                    120,
                    112,
                    109,
                    new PacketScan("职代会纪要", new string('b', 64), ".pdf")
                ),
            ],
            [
                new PacketPublicity(
                    Fact(FactKind.Publicity, "publicity", "2024年2月26日至3月1日在公司公告栏公示5个工作日，无异议。", new Proof("公示件")),
                    "所在单位",
                    new DateOnly(2024, 2, 26),
                    new DateOnly(2024, 3, 1),
                    5,
                    InWorkingDays: true,
                    "公司公告栏",
                    IsOver: true,
                    []
                ),
            ],
            [
                new PacketOpinion(
                    Fact(FactKind.Opinion, "opinion", "纪检监察：同意推荐。", new Proof("回函")),
                    "纪检监察",
                    new DateOnly(2024, 2, 21),
                    new DateOnly(2024, 2, 28),
                    "同意推荐，未发现违纪违法问题。",
                    Agrees: true,
                    new DateOnly(2024, 8, 28),
                    Answer: null
                ),
            ],
            []
        );
    }

    /// <summary>A unit with the honours and sentences of <see cref="Zou"/>.</summary>
    public static PacketFacts Team()
    {
        const string Name = "石桥铜业有限公司检修中心机修一班";
        return Zou() with
        {
            Candidate = new PacketCandidate(
                Fact(FactKind.Candidate, "team", $"{Name}隶属石桥铜业检修中心。", new Proof("组织机构登记")),
                CandidateKinds.Unit,
                Name,
                "石桥铜业检修中心",
                Position: null
            ),
            Posts = [],
        };
    }

    /// <summary>More posts and honours than any form has lines for.</summary>
    public static PacketFacts Veteran()
    {
        var zou = Zou();
        return zou with
        {
            Posts = [.. Enumerable.Range(1970, 20).Select(y => zou.Posts[0] with { From = $"{y}年", To = $"{y + 1}年" })],
            Honours =
            [
                .. Enumerable
                    .Range(1980, 30)
                    .Select(y =>
                        Honour(y, $"石桥铜业有限公司检修中心第{y}届先进生产工作者标兵", "企业级", 5, "石桥铜业有限公司检修中心工会委员会")
                    ),
                Honour(2018, "全国技术能手", "国家级", 1, "人力资源和社会保障部"),
            ],
        };
    }

    public static PacketFact Fact(FactKind kind, string name, string text, params ImmutableArray<Proof> proofs) =>
        new(kind, DerivedId.From(Scope, name), text, text, proofs);

    private static PacketFact Sentence(SentenceSpan span, string text) =>
        Fact(
            FactKind.Sentence,
            $"{span.Start}",
            text,
            new Proof("《中铝荣誉示例报》2024年6月12日第9001期第2版《听得懂机器的人》", text, Article)
        );

    private static PacketHonour Honour(int year, string award, string level, int rank, string body, string? scan = null) =>
        new(
            Fact(
                FactKind.Honour,
                award,
                $"{year}年，获{award}。",
                new Proof("《中铝荣誉示例报》2024年6月12日第9001期第2版《听得懂机器的人》", $"{year}年，邹承岳获{award}。", Article)
            ),
            year,
            award,
            level,
            rank,
            body,
            null,
            null,
            ConferralStatus.Confirmed,
            scan is null ? [] : [new PacketScan($"表彰文件：{award}", scan, ".pdf")]
        );
}
