using Chinalco.Honors.Packets.Facts;
using Chinalco.Honors.Packets.Stories;

namespace Chinalco.Honors.Packets.Tests;

public sealed class StoryTests
{
    [Theory]
    [InlineData("中铝荣誉。", 5)]
    [InlineData("2018年，获全国技术能手。", 11)]
    [InlineData("用 PLC 改造 3 台“球磨机”", 11)]
    [InlineData("第一段。\n　　第二段。", 8)]
    [InlineData("", 0)]
    public void Characters_are_counted_as_offices_count_them(string text, int count) => ChineseCount.Of(text).ShouldBe(count);

    [Fact]
    public void A_draft_is_proven_throughout_and_fits()
    {
        var facts = SampleFacts.Zou();
        foreach (var limit in new[] { StoryWriter.LongForm, StoryWriter.ShortForm, 120, 40 })
        {
            var story = StoryWriter.Read(StoryWriter.Draft(facts, limit), facts, limit);
            story.Pending.ShouldBe(0);
            story.Fits.ShouldBeTrue();
            story.Sentences.ShouldNotBeEmpty();
            story.Sentences.ShouldAllBe(s => s.Facts.All(f => f.Proofs.Length > 0));
        }
    }

    [Fact]
    public void A_draft_says_nothing_but_what_facts_say()
    {
        var facts = SampleFacts.Zou();
        var known = string.Concat(facts.All.Select(f => f.Text));
        StoryWriter
            .Read(StoryWriter.Draft(facts, 2000), facts, 2000)
            .Sentences.Where(s => !s.IsHeading)
            .ShouldAllBe(s => known.Contains(s.Text));
    }

    [Fact]
    public void A_draft_tells_who_it_is_then_the_deeds_then_the_honours_under_headings()
    {
        var story = StoryWriter.Read(StoryWriter.Draft(SampleFacts.Zou(), 2000), SampleFacts.Zou(), 2000);
        story.Sentences.Where(s => s.IsHeading).Select(s => s.Text).ShouldBe(["一、基本情况", "二、主要事迹", "三、所获荣誉"]);
    }

    [Fact]
    public void A_draft_leaves_out_scenes_and_what_was_said_already()
    {
        var draft = StoryWriter.Draft(SampleFacts.Zou(), 2000);
        draft.ShouldContain("完成了36项检修");
        draft.ShouldNotContain("清晨");
        draft.ShouldNotContain("邹承岳是石桥铜业检修中心的机修钳工首席技师。");
    }

    [Fact]
    public void Who_is_known_by_name_alone_has_no_headings()
    {
        var facts = SampleFacts.Zou() with { Honours = [], Sentences = [] };
        StoryWriter.Draft(facts, 2000).ShouldNotContain("基本情况");
    }

    [Fact]
    public void Where_not_everything_fits_sentences_with_figures_come_first_and_none_is_cut()
    {
        var facts = SampleFacts.Zou();
        PacketFact[] many =
        [
            .. Enumerable
                .Range(1, 40)
                .Select(i =>
                    SampleFacts.Fact(
                        FactKind.Sentence,
                        $"s{i}",
                        $"邹承岳主持了第{new string('一', i)}次改造。",
                        facts.Sentences[0].Proofs[0]
                    )
                ),
        ];
        var figure = SampleFacts.Fact(FactKind.Sentence, "figure", "邹承岳完成了99项检修。", facts.Sentences[0].Proofs[0]);
        var story = StoryWriter.Read(
            StoryWriter.Draft(facts with { Sentences = [.. many, figure] }, 500),
            facts with
            {
                Sentences = [.. many, figure],
            },
            500
        );
        (story.Fits, story.Pending).ShouldBe((true, 0));
        story.Sentences.ShouldContain(s => s.Text == figure.Text);
    }

    [Theory]
    [InlineData("二、主要事迹", 0)]
    [InlineData("（一）工作实绩", 0)]
    [InlineData("二、主要事迹是拿过全国劳模", 1)]
    [InlineData("四、全国劳动模范", 1)]
    public void A_heading_needs_no_proof_and_nothing_else_passes_for_one(string line, int pending) =>
        StoryWriter.Read(line, SampleFacts.Zou(), 500).Pending.ShouldBe(pending);

    [Fact]
    public void What_was_printed_between_quotation_marks_stays_one_sentence_with_them()
    {
        var facts = SampleFacts.Zou();
        var story = StoryWriter.Read(string.Concat(facts.Sentences.Select(s => s.Text)), facts, 2000);
        story.Sentences.ShouldContain(s => s.Text.EndsWith("“内圈，最多再跑三天。”", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sentence_of_ones_own_without_evidence_is_pending_and_counted()
    {
        var facts = SampleFacts.Zou();
        var story = StoryWriter.Read(StoryWriter.Draft(facts, 500) + "\n他三十年如一日，从不迟到。", facts, 500);
        story.Pending.ShouldBe(1);
        story.Sentences.Single(s => s.IsPending).Text.ShouldBe("他三十年如一日，从不迟到。");
    }

    [Fact]
    public void A_sentence_of_ones_own_that_names_its_fact_is_proven()
    {
        var facts = SampleFacts.Zou();
        var fact = facts.Sentences.Single(s => s.Text.StartsWith("2023年", StringComparison.Ordinal));
        var story = StoryWriter.Read($"一年里，他带头完成检修36项。〔证{fact.Mark}〕", facts, 500);
        story.Pending.ShouldBe(0);
        var sentence = story.Sentences.ShouldHaveSingleItem();
        sentence.Facts.ShouldBe([fact]);
        sentence.Text.ShouldBe("一年里，他带头完成检修36项。");
    }

    [Theory]
    [InlineData("他一年完成检修360项。")]
    [InlineData("2022年，他完成了36项检修。")]
    public void A_number_that_the_evidence_does_not_hold_is_pending(string sentence)
    {
        var facts = SampleFacts.Zou();
        var fact = facts.Sentences.Single(s => s.Text.StartsWith("2023年", StringComparison.Ordinal));
        StoryWriter
            .Read($"{sentence}〔证{fact.Mark}〕", facts, 500)
            .Sentences.ShouldHaveSingleItem()
            .Fault!.ShouldContain("不在标注的依据里");
    }

    [Fact]
    public void A_mark_that_names_no_fact_of_the_candidate_proves_nothing() =>
        StoryWriter.Read("他是标兵。〔证000000〕", SampleFacts.Zou(), 500).Pending.ShouldBe(1);
}
