using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Domain.Tests.Press;

public sealed class PressTests
{
    [Fact]
    public void The_same_bytes_are_the_same_file() => SourceFile.IdOf([1, 2, 3]).ShouldBe(SourceFile.IdOf([1, 2, 3]));

    [Fact]
    public void Other_bytes_are_another_file() => SourceFile.IdOf([1, 2, 3]).ShouldNotBe(SourceFile.IdOf([1, 2, 4]));

    [Fact]
    public void An_article_carries_the_hash_of_its_text() => A.Article(A.SourceFile(), "正文").TextSha256.ShouldBe(Sha256Hex.Of("正文"));

    [Theory]
    [InlineData(MentionKind.Person)]
    [InlineData(MentionKind.Unit)]
    [InlineData(MentionKind.Award)]
    public void A_mention_is_linked_to_what_it_names(MentionKind kind)
    {
        var target = Guid.NewGuid();

        var mention = new Mention(Guid.NewGuid(), Guid.NewGuid(), kind, 0, 2, target);

        (mention.HonoreeId, mention.UnitId, mention.AwardId).ShouldBe(
            (
                kind == MentionKind.Person ? target : null,
                kind == MentionKind.Unit ? target : (Guid?)null,
                kind == MentionKind.Award ? target : (Guid?)null
            )
        );
    }

    [Fact]
    public void The_hash_of_a_text_is_that_of_its_utf8_bytes() =>
        Sha256Hex.Of("abc").ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
