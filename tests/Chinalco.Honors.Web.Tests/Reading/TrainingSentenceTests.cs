using Chinalco.Honors.Web.Reading;

namespace Chinalco.Honors.Web.Tests.Reading;

/// <summary>Who taught whom is read where a sentence says it, and nowhere else.</summary>
public sealed class TrainingSentenceTests
{
    private const string Person = "付军";
    private const string Other = "李雪";

    [Theory]
    [InlineData("付军的徒弟李雪拿了第一。")]
    [InlineData("付军带出的徒弟李雪拿了第一。")]
    [InlineData("这些年付军先后带了三个好徒弟李雪就在其中。")]
    [InlineData("李雪的师傅付军站在台下。")]
    [InlineData("李雪师从首席技师付军。")]
    [InlineData("那年李雪拜车间的付军为师。")]
    [InlineData("师傅付军和徒弟李雪一起上台。")]
    public void An_apprentice_is_read(string sentence) => Read(sentence).ShouldBe(Training.OfApprentice);

    [Theory]
    [InlineData("李雪的徒弟付军拿了第一。")]
    [InlineData("付军的师傅李雪站在台下。")]
    [InlineData("付军师承李雪。")]
    [InlineData("师傅李雪带着徒弟付军赶到现场。")]
    public void A_master_is_read(string sentence) => Read(sentence).ShouldBe(Training.ByMaster);

    [Theory]
    [InlineData("付军和李雪一起拿了第一。")]
    [InlineData("付军的同事李雪也有徒弟。")]
    [InlineData("付军说，王工的徒弟李雪很用功。")]
    [InlineData("付军与李雪签了师徒协议。")]
    [InlineData("付军是师傅，李雪是厂长。")]
    public void Other_sentences_say_nothing(string sentence) => Read(sentence).ShouldBeNull();

    [Theory]
    [InlineData("徒弟李雪备赛时，用的是他的笔记。", Training.OfApprentice)]
    [InlineData("他的徒弟李雪也来了。", Training.OfApprentice)]
    [InlineData("他的师傅李雪早已退休。", Training.ByMaster)]
    public void In_an_article_about_the_person_the_apprentice_without_another_name_is_theirs(string sentence, object expected)
    {
        Read(sentence, isAbout: true).ShouldBe((Training)expected);
        Read(sentence).ShouldBeNull();
    }

    [Fact]
    public void Somebody_elses_apprentice_is_not_the_persons() => Read("老王的徒弟李雪也来了。", isAbout: true).ShouldBeNull();

    private static Training? Read(string sentence, bool isAbout = false) =>
        TrainingSentence.Read(sentence, Spans(sentence, Person), Spans(sentence, Other), isAbout);

    private static List<(int Start, int End)> Spans(string text, string name)
    {
        List<(int, int)> spans = [];
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            spans.Add((at, at + name.Length));
        }

        return spans;
    }
}
