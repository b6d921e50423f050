using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Tests.Rules;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Domain.Tests.Conferrals;

public sealed class EvidenceTests
{
    private const string Text = "会上，甲荣获示例标兵。";

    private static readonly Guid Article = Guid.NewGuid();

    [Fact]
    public void The_same_passage_twice_is_one_proof()
    {
        var conferral = A.Conferral();
        conferral.AddEvidence(A.Passage(Article, 3, "甲"), A.Clerk, A.Moment);

        conferral.AddEvidence(A.Passage(Article, 3, "甲"), A.Clerk, A.Moment).ShouldBeFalse();
    }

    [Fact]
    public void The_same_document_twice_is_one_proof()
    {
        var (conferral, document) = (A.Conferral(), Guid.NewGuid());
        conferral.AddEvidence(A.Decision(document), A.Clerk, A.Moment);

        conferral.AddEvidence(A.Decision(document), A.Clerk, A.Moment).ShouldBeFalse();
    }

    [Fact]
    public void Another_passage_of_the_article_is_another_proof()
    {
        var conferral = A.Conferral();
        conferral.AddEvidence(A.Passage(Article, 3, "甲"), A.Clerk, A.Moment);

        conferral.AddEvidence(A.Passage(Article, 4, "荣获"), A.Clerk, A.Moment).ShouldBeTrue();
    }

    [Fact]
    public void A_quote_is_kept_with_its_hash()
    {
        var conferral = A.Conferral();

        conferral.AddEvidence(A.Passage(Article, 3, "甲"), A.Clerk, A.Moment);

        conferral.Evidence.Single().QuoteSha256.ShouldBe(Sha256Hex.Of("甲"));
    }

    [Fact]
    public void Who_asserts_and_who_enters_are_two_facts()
    {
        var conferral = A.Conferral();

        conferral.AddEvidence(A.Passage(Article, 3, "甲"), A.Clerk, A.Moment);

        var evidence = conferral.Evidence.Single();
        (evidence.AssertedBy, evidence.EnteredBy).ShouldBe(("示例报", A.Clerk.Name));
    }

    [Fact]
    public void A_proof_of_nothing_is_refused() =>
        Broken.Rule<EvidenceNamesAPassageOrADocument>(() =>
            A.Conferral().AddEvidence(A.Decision(Guid.Empty) with { DocumentId = null }, A.Clerk, A.Moment)
        );

    [Fact]
    public void A_span_that_is_not_as_long_as_its_quote_is_refused() =>
        Broken.Rule<EvidenceNamesAPassageOrADocument>(() =>
            A.Conferral().AddEvidence(A.Passage(Article, 3, "甲") with { End = 9 }, A.Clerk, A.Moment)
        );

    [Fact]
    public void An_empty_quote_is_refused() =>
        Broken.Rule<EvidenceNamesAPassageOrADocument>(() => A.Conferral().AddEvidence(A.Passage(Article, 3, ""), A.Clerk, A.Moment));

    [Fact]
    public void A_literal_quote_stands_in_its_article() =>
        new AQuoteStandsInItsArticle(Text, A.Passage(Article, 3, "甲荣获示例标兵")).Holds.ShouldBeTrue();

    [Theory]
    [InlineData(2, "甲荣获示例标兵")]
    [InlineData(-1, "会上")]
    [InlineData(9, "兵。后面没有了")]
    [InlineData(500, "甲")]
    public void A_quote_at_another_place_does_not_stand_there(int start, string quote) =>
        new AQuoteStandsInItsArticle(Text, A.Passage(Article, start, quote)).Holds.ShouldBeFalse();

    [Fact]
    public void A_span_that_ends_before_it_starts_does_not_stand_there() =>
        new AQuoteStandsInItsArticle(Text, A.Passage(Article, 3, "甲") with { End = 1 }).Holds.ShouldBeFalse();

    [Fact]
    public void A_passage_without_its_quote_does_not_stand_there() =>
        new AQuoteStandsInItsArticle(Text, A.Passage(Article, 3, "甲") with { Quote = null }).Holds.ShouldBeFalse();

    [Fact]
    public void Spans_count_utf16_units()
    {
        const string Rare = "𠮷林厂甲";

        new AQuoteStandsInItsArticle(Rare, A.Passage(Article, 4, "甲")).Holds.ShouldBeTrue();
    }
}
