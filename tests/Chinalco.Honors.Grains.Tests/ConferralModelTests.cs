using System.Globalization;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Grains.Tests;

/// <summary>Random reports, corrections and ends give the conferrals that a simple model in memory gives.</summary>
public sealed class ConferralModelTests
{
    private const int Steps = 40;

    private static readonly string?[] Editions = [null, null, "上半年", "下半年"];

    private static readonly ConferralStatus[] Ends = [ConferralStatus.Expired, ConferralStatus.Deprecated, ConferralStatus.Revoked];

    private readonly List<Modelled> model = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Any_sequence_of_commands_gives_what_the_model_gives(int seed)
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            var (honour, direct, random) = (await Honour.PrepareAsync(database), new DirectCommands(database), new Random(seed));
            RecipientDraft[][] companies =
            [
                [honour.Recipient],
                [A.Team("示例班组")],
                [honour.Recipient, A.Team("示例班组")],
            ];
            List<string> story = [];
            for (var step = 0; step < Steps; step++)
            {
                story.Add(await StepAsync(random, direct, honour, companies));

                (await StateAsync(database, honour.Award.Id)).ShouldBe(Expected(), string.Join('\n', story));
            }

            (await database.ChainOfAsync(honour.Award.Id)).IsWhole().ShouldBeTrue();
        }
    }

    private async Task<string> StepAsync(Random random, DirectCommands direct, Honour honour, RecipientDraft[][] companies)
    {
        var (year, edition) = (random.Next(4) == 0 ? (int?)null : random.Next(2022, 2025), random.GetItems(Editions, 1)[0]);
        var target = model.Count == 0 ? null : model[random.Next(model.Count)];
        switch (random.Next(10))
        {
            case 0 or 1 when target is not null:
                var corrected = await direct.Awards.CorrectAsync(honour.Award.Id, Honour.Correct(target.Id, A.Facts(year, edition)));
                return $"correct {target.Id} {year} {edition}: {Agreed(corrected, Correct(target, year, edition))}";
            case 2 when target is not null:
                var status = random.GetItems(Ends, 1)[0];
                var ended = await direct.Awards.EndAsync(honour.Award.Id, Honour.End(target.Id, status));
                return $"end {target.Id} {status}: {Agreed(ended, End(target, status))}";
            default:
                var company = random.Next(companies.Length);
                var command = honour.Confer(year, edition, random.Next(6), companies[company]);
                var conferred = await direct.Awards.ConferAsync(honour.Award.Id, command);
                var expected = Report(command.ConferralId, company, year, edition, command.Evidence.Start!.Value);
                return $"report {company} {year} {edition}: {Agreed(conferred, expected)}";
        }
    }

    private static CommandResult Agreed(CommandOutcome actual, CommandResult expected)
    {
        actual.Result.ShouldBe(expected);
        return expected;
    }

    private CommandResult Report(Guid id, int company, int? year, string? edition, int proof)
    {
        var fitting = model
            .Where(c => c.Company == company && c.Status != ConferralStatus.Deprecated)
            .Where(c => c.Year is null || year is null || c.Year == year)
            .Where(c => c.Edition is null || edition is null || c.Edition == edition)
            .ToList();
        var best = fitting.Select(c => c.AgreesOn(year, edition)).DefaultIfEmpty().Max();
        fitting.RemoveAll(c => c.AgreesOn(year, edition) < best);
        if (fitting.Count > 1)
        {
            return CommandResult.Undecided;
        }

        var meant = fitting.SingleOrDefault();
        if (meant is null)
        {
            meant = new Modelled(id, company) { Year = year, Edition = edition };
            model.Add(meant);
        }

        var learned = year is not null && meant.Learn(year, edition);
        return meant.Proofs.Add(proof) || learned ? CommandResult.Applied : CommandResult.NothingToDo;
    }

    private CommandResult Correct(Modelled target, int? year, string? edition)
    {
        var doubles = model.Exists(c =>
            c != target
            && c.Company == target.Company
            && c.Status != ConferralStatus.Deprecated
            && c.Year == year
            && (c.Edition is null || edition is null || c.Edition == edition)
        );
        if (target.IsFinal || doubles)
        {
            return CommandResult.Rejected;
        }

        (target.Year, target.Edition) = (year, edition);
        return CommandResult.Applied;
    }

    private static CommandResult End(Modelled target, ConferralStatus status)
    {
        if (target.IsFinal)
        {
            return CommandResult.Rejected;
        }

        target.Status = status;
        return CommandResult.Applied;
    }

    private List<string> Expected() =>
        [.. model.Select(c => Describe(c.Id, c.Year, c.Edition, c.Status, c.Proofs.Count)).Order(StringComparer.Ordinal)];

    private static async Task<List<string>> StateAsync(TemporaryDatabase database, Guid awardId) =>
        [
            .. (await database.ConferralsOfAsync(awardId))
                .Select(c => Describe(c.Id, c.Year, c.Edition, c.Status, c.Evidence.Count))
                .Order(StringComparer.Ordinal),
        ];

    private static string Describe(Guid id, int? year, string? edition, ConferralStatus status, int proofs) =>
        string.Create(CultureInfo.InvariantCulture, $"{id} {year} {edition} {status} {proofs}");

    private sealed class Modelled(Guid id, int company)
    {
        public Guid Id => id;

        public int Company => company;

        public int? Year { get; set; }

        public string? Edition { get; set; }

        public ConferralStatus Status { get; set; } = ConferralStatus.Confirmed;

        public HashSet<int> Proofs { get; } = [];

        public bool IsFinal => Status is ConferralStatus.Deprecated or ConferralStatus.Revoked;

        public bool Learn(int? year, string? edition)
        {
            var before = (Year, Edition);
            (Year, Edition) = (Year ?? year, Edition ?? edition);
            return before != (Year, Edition);
        }

        public int AgreesOn(int? year, string? edition) =>
            (year is not null && Year == year ? 1 : 0) + (edition is not null && Edition == edition ? 1 : 0);
    }
}
