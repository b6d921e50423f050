using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Units;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Identities;

/// <summary>
/// Says who is who: merges two entries that are one person, splits one that is two people, and takes either back. Each is one transaction on
/// exactly what was shown. The honours belong to several awards: each award's version moves, so that whoever writes to one of them at the same
/// moment looks again.
/// </summary>
public sealed class IdentityCommands(CommandTransaction transaction)
{
    private const string MergedHonour = "与另一条记录为同一荣誉，人物合并时并入。";

    private const string SplitHonour = "与另一条记录为同一荣誉，人物拆分时并入。";

    /// <summary>Makes two entries one. The subject of the outcome is the person who is kept.</summary>
    /// <param name="seen">Both as they were shown (<see cref="TwoEntries.Digest"/>): anything else, and nothing is done.</param>
    public Task<CommandOutcome> MergeAsync(
        Guid keptId,
        Guid absorbedId,
        MergeChoices choices,
        string seen,
        CommandStamp stamp,
        CancellationToken cancellationToken = default
    ) =>
        transaction.RunAsync(
            stamp,
            "honoree.merge",
            async scope =>
            {
                Require.That(new TextIsGiven("理由", stamp.Reason, AuditRecord.LongestReason));
                var two = await TwoEntries.LoadAsync(scope.Db, keptId, absorbedId, cancellationToken);
                Require.That(new TwoEntriesAreMerged(two is not null), new WhoIsWhoIsAsItWasSeen(two!.Digest == seen));
                var name = two.Absorbed.Person.Name;
                two.Merge(scope.Db, choices, MergedHonour);
                var journal = await KeepAsync(scope, IdentityChangeKind.Merge, keptId, absorbedId, name);
                await AuditAsync(scope, journal, "honoree.merge", keptId, absorbedId, name);
                return CommandOutcome.Applied(keptId, two.Kept.Person.Version);
            },
            cancellationToken
        );

    /// <summary>Gives what was chosen of an entry to another person. The subject of the outcome is that person.</summary>
    /// <param name="seen">The entry, and the other person, as they were shown (<see cref="OneOfTwo.Digest"/>): anything else, and nothing is done.</param>
    public Task<CommandOutcome> SplitAsync(
        Guid personId,
        SplitChoice choice,
        SplitTarget target,
        string seen,
        CommandStamp stamp,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(stamp);
        return transaction.RunAsync(
            stamp,
            "honoree.split",
            async scope =>
            {
                Require.That(
                    new TextIsGiven("理由", stamp.Reason, AuditRecord.LongestReason),
                    new ASplitMovesSomething(!choice.IsEmpty),
                    new ASplitHasAnotherPerson(target.ExistingId != personId && (target.ExistingId ?? (object?)target.Name) is not null)
                );
                await References.MustExistAsync(scope.Db.Units.Select(u => u.Id), [target.UnitId], "单位");
                var one = await OneOfTwo.LoadAsync(scope.Db, personId, target.ExistingId, cancellationToken);
                Require.That(new TheEntityExists("人物", one is not null), new WhoIsWhoIsAsItWasSeen(one!.Digest == seen));
                var other = await one.SplitAsync(scope.Db, choice, target, DerivedId.From(stamp.CommandId, "person"), SplitHonour);
                var journal = await KeepAsync(scope, IdentityChangeKind.Split, personId, other.Id, other.Name);
                await AuditAsync(scope, journal, "honoree.split", personId, other.Id, other.Name);
                return CommandOutcome.Applied(other.Id, other.Version);
            },
            cancellationToken
        );
    }

    /// <summary>Puts back exactly what a merge or split changed, as long as nobody has written to it since.</summary>
    public Task<CommandOutcome> UndoAsync(Guid changeId, CommandStamp stamp, CancellationToken cancellationToken = default) =>
        transaction.RunAsync(
            stamp,
            "honoree.undo",
            async scope =>
            {
                Require.That(new TextIsGiven("理由", stamp.Reason, AuditRecord.LongestReason));
                var change = await scope.Db.IdentityChanges.FirstOrDefaultAsync(c => c.Id == changeId, cancellationToken);
                Require.That(new AnIdentityChangeIsUndoneOnce(change is { UndoneAt: null }));
                var journal = RowJournal.Parse(change!.Journal);
                var obstacles = await Obstacles.OfAsync(scope.Db, change, journal, cancellationToken);
                Require.That(new NothingWasChangedSince(obstacles.What, obstacles.Later));
                await ChangedAsync(scope, journal);
                journal.Revert(scope.Db);
                change.Undo(stamp.Reason!, stamp.By, scope.Now);
                await AuditAsync(scope, journal, "honoree.undo", change.PersonId, change.OtherId, change.OtherName);
                return CommandOutcome.Applied(change.PersonId, version: 0);
            },
            cancellationToken
        );

    private static async Task<RowJournal> KeepAsync(
        CommandScope scope,
        IdentityChangeKind kind,
        Guid personId,
        Guid otherId,
        string otherName
    )
    {
        var journal = RowJournal.Of(scope.Db);
        await ChangedAsync(scope, journal);
        var (stamp, now) = (scope.Stamp, scope.Now);
        scope.Db.IdentityChanges.Add(
            new IdentityChange(stamp.CommandId, kind, personId, otherId, otherName, stamp.Reason!, journal.ToJson(), stamp.By, now)
        );
        return journal;
    }

    /// <summary>Moves the awards and the pages of everything that the journal's rows show on. The rows are in the context.</summary>
    private static async Task ChangedAsync(CommandScope scope, RowJournal journal)
    {
        var db = scope.Db;
        var keys = Keys(journal, nameof(Conferral));
        await AwardHandler.WithParts(db).Where(c => EF.Parameter(keys).Contains(c.Id)).LoadAsync();
        var conferrals = db.Conferrals.Local.Where(c => keys.Contains(c.Id)).ToList();
        foreach (var conferral in conferrals)
        {
            await AwardHandler.PagesChangedAsync(scope, conferral, documentBefore: null);
        }

        var awards = conferrals.Select(c => c.AwardId).Distinct().ToList();
        foreach (var award in await db.Awards.Where(a => EF.Parameter(awards).Contains(a.Id)).ToListAsync())
        {
            award.ConferralsChanged();
        }

        scope.PagesChanged(
            Keys(journal, nameof(Honoree)),
            await UnitAncestors.OfAsync(db, db.Employments.Local.Select(e => e.UnitId).OfType<Guid>()),
            db.Mentions.Local.Select(m => m.ArticleId).Distinct()
        );
    }

    private static async Task AuditAsync(
        CommandScope scope,
        RowJournal journal,
        string action,
        Guid personId,
        Guid otherId,
        string otherName
    )
    {
        var detail = new
        {
            ChangeId = scope.Stamp.CommandId,
            PersonId = personId,
            OtherId = otherId,
            OtherName = otherName,
            Honours = Keys(journal, nameof(Conferral)).Count,
            Rows = journal.Entries.Length,
        };
        await scope.AuditAsync(new AuditSubject(AuditKinds.Honoree, personId), action, detail);
        await scope.AuditAsync(new AuditSubject(AuditKinds.Honoree, otherId), action, detail);
        var moved = Keys(journal, nameof(Conferral));
        foreach (var award in scope.Db.Conferrals.Local.Where(c => moved.Contains(c.Id)).GroupBy(c => c.AwardId))
        {
            var concerned = new
            {
                PersonId = personId,
                OtherId = otherId,
                Conferrals = award.Select(c => c.Id).Order().ToImmutableArray(),
            };
            await scope.AuditAsync(new AuditSubject(AuditKinds.Award, award.Key), "award.reassign", concerned);
        }
    }

    private static HashSet<Guid> Keys(RowJournal journal, string type) =>
        [.. journal.Entries.Where(e => e.Type == type).Select(e => e.Key)];
}
