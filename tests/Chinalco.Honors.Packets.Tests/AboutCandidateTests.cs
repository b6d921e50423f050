using Chinalco.Honors.Packets.Stories;

namespace Chinalco.Honors.Packets.Tests;

/// <summary>付 is the candidate, 李 somebody else, 甲班 a unit.</summary>
public sealed class AboutCandidateTests
{
    [Theory]
    [InlineData("付军攻克了难题。", "付军攻克了难题。")]
    [InlineData("2020年，付军完成了3项检修。", "2020年，付军完成了3项检修。")]
    [InlineData("李雪跟着付军学了三年。", "")]
    [InlineData("付军带出了徒弟李雪。", "付军带出了徒弟李雪。")]
    [InlineData("付军：把难题变成专利", "")]
    [InlineData("付军在现场。\n\n他设计了装置。", "付军在现场。|他设计了装置。")]
    [InlineData("付军在现场。\n\n波动的时候，他设计了装置。", "付军在现场。|波动的时候，他设计了装置。")]
    [InlineData("付军在现场。他们设计了装置。", "付军在现场。")]
    [InlineData("付军带着李雪。他设计了装置。", "付军带着李雪。")]
    [InlineData("付军进厂。师傅看着。他一声不吭。", "付军进厂。")]
    [InlineData("他设计了装置。付军看着。", "付军看着。")]
    public void A_sentence_is_a_persons_when_it_names_nobody_before(string text, string about) =>
        Of(text, candidate: "付军", isPerson: true, others: ("李雪", true)).ShouldBe(about);

    [Theory]
    [InlineData("甲班完成了检修。", "甲班完成了检修。")]
    [InlineData("李雪是甲班的班长。", "")]
    [InlineData("甲班完成了检修。他们没有停。", "甲班完成了检修。")]
    public void A_sentence_that_begins_with_a_person_is_not_a_units(string text, string about) =>
        Of(text, candidate: "甲班", isPerson: false, others: ("李雪", true)).ShouldBe(about);

    private static string Of(string text, string candidate, bool isPerson, (string Name, bool IsPerson) others) =>
        string.Join(
            '|',
            AboutCandidate
                .In(
                    text,
                    [
                        .. Named(text, candidate, isCandidate: true, isPerson),
                        .. Named(text, others.Name, isCandidate: false, others.IsPerson),
                    ]
                )
                .Select(s => text[s.Start..s.End])
        );

    private static IEnumerable<NamedSpan> Named(string text, string name, bool isCandidate, bool isPerson)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            yield return new NamedSpan(at, at + name.Length, isCandidate, isPerson);
        }
    }
}
