using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Grains.Tests.Clusters;

/// <summary>What a conferral needs around it, already in the database: a person in a unit below another, an award and an article that tells of it.</summary>
internal sealed record Honour(Unit Group, Unit Unit, Honoree Honoree, Award Award, Article Article)
{
    /// <summary>The article's text: enough sentences for a proof from each.</summary>
    public static readonly string Text = string.Join('\n', Enumerable.Range(1, 60).Select(n => $"第{n:00}次会上甲获表彰。"));

    private static readonly int SentenceLength = Text.IndexOf('\n', StringComparison.Ordinal);

    public static async Task<Honour> PrepareAsync(IHonorsDatabase database)
    {
        var (group, source) = (A.Unit(tier: UnitTier.Group), A.SourceFile());
        var honour = new Honour(group, A.Unit(parentId: group.Id), A.Honoree(), A.Award(), A.Article(source, Text));
        await database.SaveAsync(honour.Group, honour.Unit, honour.Honoree, honour.Award, source, honour.Article);
        return honour;
    }

    public RecipientDraft Recipient => A.Person(Honoree.Id, Unit.Id, Honoree.Name);

    /// <param name="sentence">Which sentence of the article is the proof, from 0.</param>
    public Confer Confer(int? year = 2024, string? edition = null, int sentence = 0, params RecipientDraft[] recipients) =>
        new(
            CommandStamp.New(A.Clerk, "测试"),
            Guid.CreateVersion7(),
            A.Facts(year, edition),
            recipients is [] ? [Recipient] : [.. recipients],
            Proof(sentence)
        );

    /// <summary>A sentence of the article, literally.</summary>
    public EvidenceDraft Proof(int sentence)
    {
        var start = sentence * (SentenceLength + 1);
        return A.Passage(Article.Id, start, Text.Substring(start, SentenceLength));
    }

    public static EndConferral End(Guid conferralId, ConferralStatus status) =>
        new(CommandStamp.New(A.Clerk), conferralId, status, "测试原因");

    public static CorrectConferral Correct(Guid conferralId, ConferralFacts facts) => new(CommandStamp.New(A.Clerk), conferralId, facts);
}
