using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Requests;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Honorees;

/// <summary>What the commands on a person do. The grain runs it; so does a command line on a database without a silo.</summary>
public sealed class HonoreeHandler(CommandTransaction transaction)
{
    public Task<CommandOutcome> RegisterAsync(Guid id, RegisterHonoree command, CancellationToken cancellationToken = default) =>
        transaction.RunAsync(
            command.Stamp,
            "honoree.register",
            async scope =>
            {
                // An entry that was merged is the person who was kept.
                var keptId = await MergedPeople.KeptAsync(scope.Db, id, cancellationToken);
                var existing = await scope.Db.Honorees.FirstOrDefaultAsync(h => h.Id == keptId);
                if (existing is not null)
                {
                    return CommandOutcome.NothingToDo(keptId, existing.Version);
                }

                Require.That(new AnEmployeeNumberIsGivenOnce(await NumberIsTakenAsync(scope, command.EmployeeNumber)));
                await UnitsMustExistAsync(scope, command.Employments.Select(e => e.UnitId));
                var honoree = new Honoree(id, command.Name, command.EmployeeNumber, command.Status, command.IsSample);
                foreach (var fact in command.Employments)
                {
                    honoree.Employ(fact.UnitId, fact.UnitText, fact.Position, ToldDate.Of(fact.From), ToldDate.Of(fact.To));
                }

                scope.Db.Honorees.Add(honoree);
                await scope.AuditAsync(Subject(id), "honoree.register", command);
                scope.PagesChanged([], UnitsOf(honoree), []);
                return CommandOutcome.Applied(id, honoree.Version);
            },
            cancellationToken
        );

    public Task<CommandOutcome> MoveAsync(Guid id, MoveHonoree command, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            id,
            command.Stamp,
            "honoree.move",
            command,
            [command.To.UnitId],
            honoree =>
            {
                honoree.EndEmployments(command.On);
                var to = command.To;
                honoree.Employ(to.UnitId, to.UnitText, to.Position, ToldDate.Of(to.From) ?? command.On, ToldDate.Of(to.To));
            },
            cancellationToken
        );

    public Task<CommandOutcome> ChangeStatusAsync(Guid id, ChangeHonoreeStatus command, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            id,
            command.Stamp,
            "honoree.status",
            new { command.Status },
            [],
            honoree => honoree.ChangeStatus(command.Status),
            cancellationToken
        );

    public Task<CommandOutcome> CorrectAsync(Guid id, CorrectHonoree command, CancellationToken cancellationToken = default) =>
        transaction.RunAsync(
            command.Stamp,
            "honoree.correct",
            async scope =>
            {
                Require.That(new TextIsGiven("理由", command.Stamp.Reason, AuditRecord.LongestReason));
                var honoree = await scope.Db.Honorees.Include(h => h.Employments).FirstOrDefaultAsync(h => h.Id == id);
                Require.That(
                    new TheEntityExists("人物", honoree is { MergedIntoId: null }),
                    new TheHonoreeIsAsItWasSeen(command.SeenVersion, honoree?.Version ?? 0)
                );
                var number = command.To.EmployeeNumber;
                Require.That(new AnEmployeeNumberIsGivenOnce(number != honoree!.EmployeeNumber && await NumberIsTakenAsync(scope, number)));
                await UnitsMustExistAsync(scope, [command.To.Post?.UnitId]);
                var fields = CorrectedPeople.Differences(honoree, command.To);
                var (before, unitsBefore) = (honoree.Version, UnitsOf(honoree));
                CorrectedPeople.Apply(honoree, command.To);
                if (honoree.Version == before)
                {
                    return CommandOutcome.NothingToDo(id, before);
                }

                await scope.AuditAsync(
                    Subject(id),
                    "honoree.correct",
                    new
                    {
                        Fields = fields,
                        command.To.Post?.UnitId,
                        command.To.On,
                    }
                );
                await AnsweredRequests.AcceptAsync(scope, command.RequestId, RequestKind.Correct, new RequestSubject(HonoreeId: id));
                scope.PagesChanged([], [.. unitsBefore.Union(UnitsOf(honoree))], []);
                return CommandOutcome.Applied(id, honoree.Version);
            },
            cancellationToken
        );

    public Task<CommandOutcome> ShowAsync(Guid id, ShowHonoree command, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            id,
            command.Stamp,
            "honoree.show",
            command.To,
            [],
            honoree => honoree.Show(command.To),
            cancellationToken,
            scope => AnsweredRequests.AcceptAsync(scope, command.RequestId, RequestKind.Hide, new RequestSubject(HonoreeId: id))
        );

    public Task<CommandOutcome> LookAsync(Guid id, LookAtHonoree command, CancellationToken cancellationToken = default) =>
        transaction.RunAsync(
            command.Stamp,
            "honoree.look",
            async scope =>
            {
                var version = await scope.Db.Honorees.Where(h => h.Id == id).Select(h => (long?)h.Version).FirstOrDefaultAsync();
                Require.That(new TheEntityExists("人物", version is not null), new APurposeIsGiven(command.Stamp.Reason));
                await scope.AuditAsync(Subject(id), "honoree.look", new { command.Field });
                return CommandOutcome.Applied(id, version!.Value);
            },
            cancellationToken
        );

    private Task<CommandOutcome> ChangeAsync(
        Guid id,
        CommandStamp stamp,
        string action,
        object detail,
        IReadOnlyList<Guid?> units,
        Action<Honoree> change,
        CancellationToken cancellationToken,
        Func<CommandScope, Task>? answer = null
    ) =>
        transaction.RunAsync(
            stamp,
            action,
            async scope =>
            {
                var honoree = await scope.Db.Honorees.Include(h => h.Employments).FirstOrDefaultAsync(h => h.Id == id);
                Require.That(new TheEntityExists("人物", honoree is not null));
                await UnitsMustExistAsync(scope, units);
                var unitsBefore = UnitsOf(honoree!);
                change(honoree!);
                await scope.AuditAsync(Subject(id), action, detail);
                await (answer?.Invoke(scope) ?? Task.CompletedTask);
                scope.PagesChanged([], [.. unitsBefore.Union(UnitsOf(honoree!))], []);
                return CommandOutcome.Applied(id, honoree!.Version);
            },
            cancellationToken
        );

    private static Task UnitsMustExistAsync(CommandScope scope, IEnumerable<Guid?> units) =>
        References.MustExistAsync(scope.Db.Units.Select(u => u.Id), units, "单位");

    private static async Task<bool> NumberIsTakenAsync(CommandScope scope, string? number) =>
        number is not null && await scope.Db.Honorees.AnyAsync(h => h.EmployeeNumber == number);

    private static List<Guid> UnitsOf(Honoree honoree) => [.. honoree.Employments.Select(e => e.UnitId).OfType<Guid>().Distinct()];

    private static AuditSubject Subject(Guid id) => new("honoree", id);
}

/// <summary>Whoever looks at a sensitive field says what for.</summary>
public sealed class APurposeIsGiven(string? purpose) : IRule
{
    public bool Holds => purpose?.Trim().Length is >= 2 and <= AuditRecord.LongestReason;

    public string Advice => "请写明用途（2 至 500 字），例如“2025 年劳模推荐资格审查”。";
}

/// <summary>An employee number belongs to one person.</summary>
public sealed class AnEmployeeNumberIsGivenOnce(bool taken) : IRule
{
    public bool Holds => !taken;

    public string Advice => "该工号已属于另一人物，请核对工号，或查看是否为同一人。";
}
