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
        StoryWriter.Read(StoryWriter.Draft(facts, 2000), facts, 2000).Sentences.ShouldAllBe(s => known.Contains(s.Text));
    }

    [Fact]
    public void What_was_printed_between_quotation_marks_stays_one_sentence_with_them()
    {
        var story = StoryWriter.Read(StoryWriter.Draft(SampleFacts.Zou(), 2000), SampleFacts.Zou(), 2000);
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
