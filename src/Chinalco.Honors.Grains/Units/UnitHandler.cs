using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Units;

/// <summary>What the commands on a unit do. The grain runs it; so does a command line on a database without a silo.</summary>
public sealed class UnitHandler(CommandTransaction transaction)
{
    public Task<CommandOutcome> RegisterAsync(Guid id, RegisterUnit command, CancellationToken cancellationToken = default) =>
        transaction.RunAsync(
            command.Stamp,
            "unit.register",
            async scope =>
            {
                var existing = await scope.Db.Units.FirstOrDefaultAsync(u => u.Id == id);
                if (existing is not null)
                {
                    return CommandOutcome.NothingToDo(id, existing.Version);
                }

                await References.MustExistAsync(scope.Db.Units.Select(u => u.Id), [command.ParentId], "上级单位");
                var unit = new Unit(
                    id,
                    command.Code,
                    command.Name,
                    command.Tier,
                    command.ParentId,
                    command.Place,
                    command.Summary,
                    command.IsSample
                );
                foreach (var name in command.OtherNames)
                {
                    unit.AddName(name.Name, name.Kind, ToldDate.Of(name.From), ToldDate.Of(name.To));
                }

                scope.Db.Units.Add(unit);
                await scope.AuditAsync(Subject(id), "unit.register", command);
                scope.PagesChanged([], command.ParentId is { } parent ? [parent] : [], []);
                return CommandOutcome.Applied(id, unit.Version);
            },
            cancellationToken
        );

    public Task<CommandOutcome> AddNameAsync(Guid id, AddUnitName command, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            id,
            command.Stamp,
            "unit.name",
            command.Name,
            (_, unit) =>
            {
                unit.AddName(command.Name.Name, command.Name.Kind, ToldDate.Of(command.Name.From), ToldDate.Of(command.Name.To));
                return Task.CompletedTask;
            },
            cancellationToken
        );

    public Task<CommandOutcome> RenameAsync(Guid id, RenameUnit command, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            id,
            command.Stamp,
            "unit.rename",
            new { command.Name, command.On },
            (_, unit) =>
            {
                unit.Rename(command.Name, ToldDate.Of(command.On));
                return Task.CompletedTask;
            },
            cancellationToken
        );

    public Task<CommandOutcome> MoveAsync(Guid id, MoveUnit command, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            id,
            command.Stamp,
            "unit.move",
            new { command.ParentId, command.On },
            async (scope, unit) =>
            {
                await TakeTurnsAsync(scope);
                await References.MustExistAsync(scope.Db.Units.Select(u => u.Id), [command.ParentId], "上级单位");
                var before = await UnitAncestors.OfAsync(scope.Db, unit.ParentId is { } old ? [old] : []);
                var ancestors = await UnitAncestors.OfAsync(scope.Db, command.ParentId is { } parent ? [parent] : []);
                unit.MoveBelow(command.ParentId, ancestors, ToldDate.Of(command.On));
                scope.PagesChanged([], [.. before.Union(ancestors)], []);
            },
            cancellationToken
        );

    public Task<CommandOutcome> CorrectAsync(Guid id, CorrectUnit command, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            id,
            command.Stamp,
            "unit.correct",
            new
            {
                command.Tier,
                command.Place,
                command.Summary,
                command.FoundedOn,
            },
            (_, unit) =>
            {
                Require.That(
                    new TextIsGiven("理由", command.Stamp.Reason, AuditRecord.LongestReason),
                    new TheOrganisationIsAsItWasSeen(unit.Version == command.SeenVersion)
                );
                unit.Restate(command.Tier, command.Place, command.Summary, ToldDate.Of(command.FoundedOn));
                return Task.CompletedTask;
            },
            cancellationToken
        );

    public Task<CommandOutcome> CountAsync(Guid id, CountUnit command, CancellationToken cancellationToken = default) =>
        transaction.RunAsync(
            command.Stamp,
            "unit.headcount",
            async scope =>
            {
                await References.MustExistAsync(scope.Db.Units.Select(u => u.Id), [id], "单位");
                Require.That(new TextIsGiven("来源", command.Source, Headcount.LongestSource));
                var known = await scope.Db.Headcounts.FirstOrDefaultAsync(h => h.UnitId == id && h.Year == command.Year);
                var before = known?.Number;
                if (before == command.Number)
                {
                    return CommandOutcome.NothingToDo(id, version: 0);
                }

                if (known is null)
                {
                    scope.Db.Headcounts.Add(new Headcount(id, command.Year, command.Number, command.Source, scope.Now));
                }
                else
                {
                    known.Correct(command.Number, command.Source, scope.Now);
                }

                var detail = new
                {
                    command.Year,
                    command.Number,
                    Before = before,
                    command.Source,
                };
                await scope.AuditAsync(Subject(id), "unit.headcount", detail);
                scope.PagesChanged([], [id], []);
                return CommandOutcome.Applied(id, version: 0);
            },
            cancellationToken
        );

    /// <summary>
    /// Two moves at once could each keep the tree a tree and close a circle together, where the database lets writers run side by side. Writing to
    /// the roots' rows, without changing them, lets them through one after the other, and the second sees what the first did.
    /// </summary>
    internal static async Task TakeTurnsAsync(CommandScope scope) =>
        await scope
            .Db.Units.Where(u => u.ParentId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.PageVersion, u => u.PageVersion));

    private Task<CommandOutcome> ChangeAsync(
        Guid id,
        CommandStamp stamp,
        string action,
        object detail,
        Func<CommandScope, Unit, Task> change,
        CancellationToken cancellationToken
    ) =>
        transaction.RunAsync(
            stamp,
            action,
            async scope =>
            {
                var unit = await scope.Db.Units.Include(u => u.Names).Include(u => u.Placements).FirstOrDefaultAsync(u => u.Id == id);
                Require.That(new TheEntityExists("单位", unit is not null));
                var before = unit!.Version;
                await change(scope, unit);
                if (unit.Version == before)
                {
                    return CommandOutcome.NothingToDo(id, before);
                }

                await scope.AuditAsync(Subject(id), action, detail);
                return CommandOutcome.Applied(id, unit.Version);
            },
            cancellationToken
        );

    private static AuditSubject Subject(Guid id) => new("unit", id);
}
