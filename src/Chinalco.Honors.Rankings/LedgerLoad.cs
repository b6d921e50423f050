using System.Data.Common;
using System.Runtime.InteropServices;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Rankings;

/// <summary>
/// Reads all rows at once: each table from end to end in the order it lies in, joined in memory, past the entities. What is written
/// meanwhile may be there or not; whoever loads takes over the changes since he began.
/// </summary>
/// <param name="tell">Told now and then how many rows have been read.</param>
internal sealed class LedgerLoad(IHonorsDatabase database, UnitNumbers units, LedgerTree tree, Action<string, int> tell)
{
    private const int Step = 1_000_000;
    private const byte Nobody = byte.MaxValue;

    private readonly Dictionary<Guid, AwardFamily> families = [];
    private readonly Dictionary<Guid, byte> hidden = [];
    private readonly List<Facts> conferrals = [];
    private readonly List<Received> recipients = [];

    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public LedgerRows Run(CancellationToken cancellationToken)
    {
        using var db = database.Open();
        ReadAwards(db);
        ReadHidden(db);
        var numbers = ReadConferrals(db, cancellationToken);
        ReadRecipients(db, numbers, cancellationToken);
        return Rows(numbers);
    }

    private void ReadAwards(HonorsContext db) =>
        Read(
            db,
            db.Awards.Select(a => new { a.Id, a.Family }),
            reader => families.Add(reader.GetGuid(0), (AwardFamily)reader.GetInt32(1)),
            "awards",
            CancellationToken.None
        );

    /// <summary>Those whom not everybody may see, and those who are somebody else.</summary>
    private void ReadHidden(HonorsContext db) =>
        Read(
            db,
            db.Honorees.IgnoreQueryFilters()
                .Where(h => h.Visibility != Visibility.Public || h.MergedIntoId != null)
                .Select(h => new
                {
                    h.Id,
                    h.Visibility,
                    h.MergedIntoId,
                }),
            reader => hidden.Add(reader.GetGuid(0), reader.IsDBNull(2) ? (byte)reader.GetInt32(1) : Nobody),
            "people",
            CancellationToken.None
        );

    private ConferralNumbers ReadConferrals(HonorsContext db, CancellationToken cancellationToken)
    {
        var expected = db.Conferrals.IgnoreQueryFilters().Count();
        var numbers = new ConferralNumbers(expected);
        conferrals.Capacity = expected;
        Read(
            db,
            db.Conferrals.IgnoreQueryFilters()
                .Where(c => c.Status == ConferralStatus.Confirmed || c.Status == ConferralStatus.Expired)
                .Select(c => new
                {
                    c.Id,
                    c.AwardId,
                    c.Year,
                    c.Level,
                    c.Visibility,
                }),
            reader =>
            {
                // An award that came after the others were read: its conferral is among the changes since.
                if (families.TryGetValue(reader.GetGuid(1), out var family))
                {
                    numbers.Of(reader.GetGuid(0));
                    conferrals.Add(
                        new Facts(
                            reader.IsDBNull(2) ? null : reader.GetInt32(2),
                            (byte)reader.GetInt32(3),
                            (byte)family,
                            (byte)reader.GetInt32(4)
                        )
                    );
                }
            },
            "conferrals",
            cancellationToken
        );
        return numbers;
    }

    private void ReadRecipients(HonorsContext db, ConferralNumbers numbers, CancellationToken cancellationToken) =>
        Read(
            db,
            db.Recipients.IgnoreQueryFilters()
                .Select(r => new
                {
                    r.ConferralId,
                    r.Kind,
                    r.UnitId,
                    r.HonoreeId,
                }),
            reader =>
            {
                var conferral = numbers.Find(reader.GetGuid(0));
                if (conferral < 0)
                {
                    return;
                }

                CollectionsMarshal.AsSpan(conferrals)[conferral].Recipients++;
                var shownTo = (byte)Visibility.Public;
                if (!reader.IsDBNull(2) && (reader.IsDBNull(3) || !hidden.TryGetValue(reader.GetGuid(3), out shownTo) || shownTo != Nobody))
                {
                    CollectionsMarshal.AsSpan(conferrals)[conferral].Rows++;
                    recipients.Add(new Received(conferral, units.Of(reader.GetGuid(2)), (byte)reader.GetInt32(1), shownTo));
                }
            },
            "recipients",
            cancellationToken
        );

    private LedgerRows Rows(ConferralNumbers numbers)
    {
        var ordered = Ordered();
        var whole = tree.With(units);
        var rows = new LedgerRows(numbers, ordered.Length + (ordered.Length / 16));
        Span<LedgerRow> some = new LedgerRow[Math.Max(1, conferrals.Max(c => (int?)c.Rows) ?? 0)];
        var at = 0;
        for (var number = 0; number < numbers.Count; number++)
        {
            var facts = conferrals[number];
            for (var i = 0; i < facts.Rows; i++)
            {
                var received = ordered[at++];
                some[i] = new LedgerRow(
                    received.Unit,
                    new RowClass(facts.Year, (AwardLevel)facts.Level, (RecipientKind)received.Kind, facts.Recipients),
                    (AwardFamily)facts.Family,
                    (Visibility)Math.Max(facts.ShownTo, received.ShownTo)
                );
            }

            rows.Replace(numbers.IdOf(number), some[..facts.Rows], whole);
        }

        return rows;
    }

    /// <summary>The recipients in the order of their conferrals, by counting.</summary>
    private Received[] Ordered()
    {
        var next = new int[conferrals.Count];
        for (var number = 1; number < next.Length; number++)
        {
            next[number] = next[number - 1] + conferrals[number - 1].Rows;
        }

        var ordered = new Received[recipients.Count];
        foreach (var received in CollectionsMarshal.AsSpan(recipients))
        {
            ordered[next[received.Conferral]++] = received;
        }

        recipients.Clear();
        recipients.Capacity = 0;
        return ordered;
    }

    private void Read<T>(HonorsContext db, IQueryable<T> rows, Action<DbDataReader> take, string what, CancellationToken cancellationToken)
    {
        db.Database.OpenConnection();
        using var command = rows.CreateDbCommand();
        command.CommandTimeout = 0;
        using var reader = command.ExecuteReader();
        for (var count = 1; reader.Read(); count++)
        {
            take(reader);
            if (count % Step == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                tell(what, count);
            }
        }
    }

    private record struct Facts(int? Year, byte Level, byte Family, byte ShownTo)
    {
        /// <summary>How many received it.</summary>
        public int Recipients;

        /// <summary>How many of them count for a unit.</summary>
        public int Rows;
    }

    private readonly record struct Received(int Conferral, int Unit, byte Kind, byte ShownTo);
}
