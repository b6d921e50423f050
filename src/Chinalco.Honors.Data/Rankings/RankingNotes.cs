using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Chinalco.Honors.Data.Rankings;

/// <summary>What one save changes of that which rankings are made of. Whoever saves entities need not think of it.</summary>
internal sealed class RankingNotes
{
    /// <summary>More than these at once are one note: by then reading all of it costs no more than asking for so many.</summary>
    public const int MostAtOnce = 20_000;

    private readonly HashSet<Guid> conferrals = [];
    private readonly HashSet<Guid> people = [];
    private readonly HashSet<Guid> awards = [];
    private bool units;

    private RankingNotes() { }

    /// <summary>The notes of what the context is about to save. Changes must have been detected.</summary>
    /// <param name="untracked">New entities that are saved with it though it does not track them.</param>
    public static IReadOnlyList<RankingChange> Of(HonorsContext db, IReadOnlyCollection<object>? untracked = null)
    {
        var notes = new RankingNotes();
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (var entry in db.ChangeTracker.Entries())
            {
                notes.Note(entry);
            }
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }

        foreach (var entity in untracked ?? [])
        {
            notes.NoteAdded(entity);
        }

        return notes.Told();
    }

    private void Note(EntityEntry entry)
    {
        if (entry.State is EntityState.Added or EntityState.Deleted)
        {
            NoteAdded(entry.Entity);
        }
        else if (entry.State == EntityState.Modified)
        {
            NoteModified(entry);
        }
    }

    /// <summary>A new person has no honours but those that are added too; so has a new award.</summary>
    private void NoteAdded(object entity)
    {
        switch (entity)
        {
            case Conferral conferral:
                conferrals.Add(conferral.Id);
                break;
            case Recipient recipient:
                conferrals.Add(recipient.ConferralId);
                break;
            case Unit:
                units = true;
                break;
        }
    }

    private void NoteModified(EntityEntry entry)
    {
        switch (entry.Entity)
        {
            case Conferral conferral
                when Is(
                    entry,
                    nameof(Conferral.Year),
                    nameof(Conferral.Level),
                    nameof(Conferral.Status),
                    nameof(Conferral.Visibility),
                    nameof(Conferral.AwardId)
                ):
                conferrals.Add(conferral.Id);
                break;
            case Recipient recipient
                when Is(entry, nameof(Recipient.Kind), nameof(Recipient.HonoreeId), nameof(Recipient.UnitId), nameof(Recipient.ConferralId)):
                conferrals.Add(recipient.ConferralId);
                if (entry.Property(nameof(Recipient.ConferralId)).OriginalValue is Guid before)
                {
                    conferrals.Add(before);
                }

                break;
            case Unit when Is(entry, nameof(Unit.ParentId), nameof(Unit.HeirId)):
                units = true;
                break;
            case Honoree person when Is(entry, nameof(Honoree.Visibility), nameof(Honoree.MergedIntoId)):
                people.Add(person.Id);
                break;
            case Award award when Is(entry, nameof(Award.Family)):
                awards.Add(award.Id);
                break;
        }
    }

    private List<RankingChange> Told()
    {
        if (conferrals.Count + people.Count + awards.Count > MostAtOnce)
        {
            return [RankingChange.Everything];
        }

        return
        [
            .. units ? [RankingChange.Units] : Array.Empty<RankingChange>(),
            .. awards.Select(id => new RankingChange(RankingChangeKind.Award, id)),
            .. people.Select(id => new RankingChange(RankingChangeKind.Person, id)),
            .. conferrals.Select(id => new RankingChange(RankingChangeKind.Conferral, id)),
        ];
    }

    private static bool Is(EntityEntry entry, params ReadOnlySpan<string> properties)
    {
        foreach (var property in properties)
        {
            if (entry.Property(property).IsModified)
            {
                return true;
            }
        }

        return false;
    }
}
