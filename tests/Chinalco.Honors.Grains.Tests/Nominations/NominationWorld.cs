using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Grains.Tests.Nominations;

/// <summary>A group with two plants, three people in each, and a round of three seats.</summary>
internal sealed class NominationWorld
{
    public const string Rules = """
        code: sample
        year: 2026
        name: 2026年示例标兵
        candidates: person
        awards: []
        sources: { notice: 示例通知 }
        rules:
        - { rule: the-candidate-is-in-service, source: notice, clause: 在职职工 }
        shares:
        - { group: 产业工人, at-least: 50, source: notice }
        """;

    /// <summary>The day that the commands live on.</summary>
    public static readonly DateOnly Today = DateOnly.FromDateTime(A.Moment.AddHours(8).Date);

    private NominationWorld(TemporaryDatabase database, Unit group, Unit north, Unit south)
    {
        var transaction = new CommandTransaction(database, new TestClock());
        (Database, Group, North, South) = (database, group, north, south);
        (Rounds, Batch) = (new NominationRoundCommands(transaction), new NominationBatchCommands(transaction));
    }

    public TemporaryDatabase Database { get; }

    public Unit Group { get; }

    public Unit North { get; }

    public Unit South { get; }

    public NominationProgramme Under { get; private set; } = null!;

    public Guid Round { get; } = Guid.CreateVersion7();

    public NominationRoundCommands Rounds { get; }

    public NominationBatchCommands Batch { get; }

    public IReadOnlyList<Honoree> Northerners { get; private set; } = [];

    public IReadOnlyList<Honoree> Southerners { get; private set; } = [];

    public static NominationProgramme Programme()
    {
        var head = new ProgrammeHead("sample", 2026, "2026年示例标兵", CandidateKind.Person);
        var programme = new NominationProgramme(Guid.CreateVersion7(), head, revision: 1, Rules, A.Clerk, A.Moment);
        programme.Publish(head, "示例", A.Clerk, A.Moment);
        return programme;
    }

    public static async Task<NominationWorld> CreateAsync()
    {
        var database = await TemporaryDatabase.CreateAsync();
        var group = A.Unit();
        var world = new NominationWorld(database, group, A.Unit(parentId: group.Id), A.Unit(parentId: group.Id)) { Under = Programme() };
        (world.Northerners, world.Southerners) = (Three(world.North), Three(world.South));
        await database.SaveAsync(group, world.Under);
        await database.SaveAsync(world.North, world.South);
        await database.SaveAsync([.. world.Northerners, .. world.Southerners]);
        (await world.OpenAsync(CommandStamp.New(A.Clerk))).Succeeded.ShouldBeTrue();
        return world;

        static Honoree[] Three(Unit unit)
        {
            Honoree[] people = [A.Honoree(), A.Honoree(), A.Honoree()];
            foreach (var person in people)
            {
                person.Employ(unit.Id, unit.Name, "工人", new PartialDate(2019));
            }

            return people;
        }
    }

    public Task<CommandOutcome> OpenAsync(CommandStamp stamp) => Rounds.OpenAsync(stamp, Round, Under.Id, Group.Id, Text());

    public static RoundText Text(int seats = 3) => new("示例轮次", seats, Today, "");

    public NewNomination For(Honoree person, Unit by, NominationChoice choice = NominationChoice.First) =>
        new(Guid.CreateVersion7(), Round, person.Id, CandidateUnitId: null, by.Id, choice, ["产业工人"]);

    public async Task<Guid> NominateAsync(Honoree person, Unit by, NominationChoice choice = NominationChoice.First)
    {
        var outcome = await Batch.NominateAsync(CommandStamp.New(A.Clerk), For(person, by, choice));
        outcome.Succeeded.ShouldBeTrue(outcome.Message);
        return outcome.SubjectId;
    }
}
