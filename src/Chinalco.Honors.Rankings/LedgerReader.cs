using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Rankings;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Conferrals;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Rankings;

/// <summary>Reads what a ledger is made of, whoever may see it.</summary>
internal sealed class LedgerReader(IHonorsDatabase database)
{
    // Conferrals asked for in one statement.
    private const int ConferralsAtOnce = 1000;

    // Transactions that overlap are given numbers as close as this, with room to spare: the largest writes one note.
    private const long NumbersBack = 50_000;

    // Beyond this many the space between gaps is asked for as one.
    private const int MostGapsAsked = 4;

    /// <summary>The position behind every change that there is.</summary>
    public async Task<ChangePosition> PositionAsync(DateTimeOffset now)
    {
        var db = database.Open();
        await using (db)
        {
            var last = await db.RankingChanges.MaxAsync(c => (long?)c.Seq) ?? 0;
            var from = Math.Max(1, last - NumbersBack);
            return ChangePosition.Behind(await Told(db.RankingChanges.Where(c => c.Seq >= from)), from, now);
        }
    }

    /// <summary>The changes from a position on, and those that it waits for.</summary>
    public async Task<IReadOnlyList<NumberedChange>> ChangesAsync(ChangePosition position)
    {
        var db = database.Open();
        await using (db)
        {
            var (last, gaps) = (position.Last.Seq, position.Gaps);
            List<NumberedChange> read = [];
            var asked = gaps.Length <= MostGapsAsked ? gaps : [gaps[0] with { To = gaps[^1].To }];
            foreach (var gap in asked)
            {
                read.AddRange(await Told(db.RankingChanges.Where(c => c.Seq >= gap.From && c.Seq <= gap.To && c.Seq < last)));
            }

            read.AddRange(await Told(db.RankingChanges.Where(c => c.Seq >= last)));
            return read;
        }
    }

    /// <summary>Where every unit stands. Units that are new get numbers.</summary>
    public async Task<UnitPlace[]> UnitsAsync(UnitNumbers numbers)
    {
        var db = database.Open();
        await using (db)
        {
            var read = await db
                .Units.IgnoreQueryFilters()
                .OrderBy(u => u.Id)
                .Select(u => new
                {
                    u.Id,
                    u.ParentId,
                    u.HeirId,
                })
                .ToListAsync();
            var told = read.Select(u =>
                    (Unit: numbers.Of(u.Id), new UnitPlace(u.ParentId is { } up ? numbers.Of(up) : -1, u.HeirId is { } by ? numbers.Of(by) : -1))
                )
                .ToList();
            var places = new UnitPlace[numbers.Count];
            Array.Fill(places, new UnitPlace(Parent: -1, Heir: -1));
            foreach (var (unit, place) in told)
            {
                places[unit] = place;
            }

            return places;
        }
    }

    /// <summary>The conferrals that changes are about.</summary>
    public async Task<HashSet<Guid>> ConferralsOfAsync(IReadOnlyList<NumberedChange> changes)
    {
        HashSet<Guid> conferrals = [.. Of(RankingChangeKind.Conferral)];
        var db = database.Open();
        await using (db)
        {
            foreach (var people in Of(RankingChangeKind.Person).Chunk(ConferralsAtOnce))
            {
                conferrals.UnionWith(
                    await db
                        .Recipients.IgnoreQueryFilters()
                        .Where(r => r.HonoreeId != null && EF.Parameter(people).Contains(r.HonoreeId.Value))
                        .Select(r => r.ConferralId)
                        .ToListAsync()
                );
            }

            foreach (var awards in Of(RankingChangeKind.Award).Chunk(ConferralsAtOnce))
            {
                conferrals.UnionWith(
                    await db
                        .Conferrals.IgnoreQueryFilters()
                        .Where(c => EF.Parameter(awards).Contains(c.AwardId))
                        .Select(c => c.Id)
                        .ToListAsync()
                );
            }
        }

        return conferrals;

        IEnumerable<Guid> Of(RankingChangeKind kind) => changes.Where(c => c.Kind == kind).Select(c => c.EntityId).OfType<Guid>().Distinct();
    }

    /// <summary>The rows of conferrals as they are now; none for one that does not count. Units that are new get numbers.</summary>
    public async Task<Dictionary<Guid, List<LedgerRow>>> RowsAsync(IReadOnlyCollection<Guid> conferrals, UnitNumbers units)
    {
        var rows = conferrals.ToDictionary(id => id, _ => new List<LedgerRow>());
        var db = database.Open();
        await using (db)
        {
            foreach (var ids in conferrals.Chunk(ConferralsAtOnce))
            {
                var read = await (
                    from c in db.Conferrals.IgnoreQueryFilters()
                    where EF.Parameter(ids).Contains(c.Id)
                    where c.Status == ConferralStatus.Confirmed || c.Status == ConferralStatus.Expired
                    join a in db.Awards on c.AwardId equals a.Id
                    join r in db.Recipients on c.Id equals r.ConferralId
                    join person in db.Honorees on r.HonoreeId equals person.Id into people
                    from h in people.DefaultIfEmpty()
                    select new
                    {
                        c.Id,
                        c.Year,
                        c.Level,
                        c.Visibility,
                        a.Family,
                        r.Kind,
                        r.UnitId,
                        Person = (Visibility?)h.Visibility,
                        IsMerged = h.MergedIntoId != null,
                    }
                ).ToListAsync();
                foreach (var conferral in read.GroupBy(r => r.Id))
                {
                    var recipients = conferral.Count();
                    rows[conferral.Key]
                        .AddRange(
                            conferral
                                .Where(r => r.UnitId is not null && !r.IsMerged)
                                .Select(r => new LedgerRow(
                                    units.Of(r.UnitId!.Value),
                                    new RowClass(r.Year, r.Level, r.Kind, recipients),
                                    r.Family,
                                    r.Person > r.Visibility ? r.Person.Value : r.Visibility
                                ))
                        );
                }
            }
        }

        return rows;
    }

    private static async Task<List<NumberedChange>> Told(IQueryable<RankingChange> changes) =>
        await changes.OrderBy(c => c.Seq).Select(c => new NumberedChange(c.Seq, c.Kind, c.EntityId)).ToListAsync();
}
