using System.Runtime.InteropServices;

namespace Chinalco.Honors.Rankings;

/// <summary>
/// The recipients that count, as columns: 13 bytes a row, and 24 to 30 for each conferral. The rows of one conferral stand together, in the order of the tree. A conferral
/// that changes leaves its rows behind as gone and gets new ones at the end; when too many are gone, the rest moves up.
/// </summary>
/// <remarks>Not safe for several threads: <see cref="HonourLedger"/> lets nobody read while something is written.</remarks>
/// <param name="numbers">The conferrals that it will hold, and later ones.</param>
internal sealed class LedgerRows(ConferralNumbers numbers, int expectedRows)
{
    /// <summary>No place where the row's conferral would count twice.</summary>
    public const int NoMeeting = -1;

    private const int None = -1;
    private const int FewestGone = 4096;

    private readonly HashSet<int> mixed = [];

    private int[] first = NoRows(numbers.Count);
    private int[] units = new int[expectedRows];
    private int[] classes = new int[expectedRows];
    private byte[] marks = new byte[expectedRows];
    private int[] meetings = new int[expectedRows];
    private int gone;

    public RowClasses Classes { get; } = new();

    /// <summary>Rows, those that are gone included.</summary>
    public int Count { get; private set; }

    /// <summary>Rows that count.</summary>
    public int Living => Count - gone;

    public ReadOnlySpan<int> Units => units.AsSpan(0, Count);

    public ReadOnlySpan<int> ClassNumbers => classes.AsSpan(0, Count);

    public ReadOnlySpan<byte> Marks => marks.AsSpan(0, Count);

    /// <summary>
    /// For each row the lowest unit that it and the row before it both count for, where both are of one conferral: a count of rows takes one
    /// off there, and is a count of conferrals in every unit above.
    /// </summary>
    public ReadOnlySpan<int> Meetings => meetings.AsSpan(0, Count);

    /// <summary>The first rows of conferrals whose rows are not all shown to the same readers: where they meet depends on who asks.</summary>
    public IEnumerable<int> Mixed => mixed.Select(conferral => first[conferral]);

    /// <summary>Bytes of memory that the columns take.</summary>
    public long Memory => numbers.Memory + (4L * first.Length) + (13L * units.Length);

    /// <summary>The end of the rows of one conferral.</summary>
    public int EndOf(int row)
    {
        for (row++; row < Count && RowMark.IsBehind(marks[row]); row++) { }

        return row;
    }

    /// <summary>Puts these rows in the place of what the conferral had.</summary>
    /// <param name="rows">None for a conferral that does not count. Left in the order of the tree.</param>
    public void Replace(Guid conferral, Span<LedgerRow> rows, LedgerTree tree)
    {
        var number = numbers.Find(conferral);
        if (number >= 0)
        {
            Remove(number);
        }

        if (rows.Length == 0)
        {
            return;
        }

        number = numbers.Of(conferral);
        if (number >= first.Length)
        {
            var before = first.Length;
            Array.Resize(ref first, number + Math.Max(16, number / 8));
            first.AsSpan(before).Fill(None);
        }

        Append(number, rows, tree);
        if (gone > FewestGone && gone > Count / 8)
        {
            CloseUp();
        }
    }

    /// <summary>Puts every conferral's rows in the order of another tree.</summary>
    public void Rearrange(LedgerTree tree)
    {
        var rows = new List<LedgerRow>();
        for (var start = 0; start < Count; )
        {
            var end = marks[start] == RowMark.Gone ? start + 1 : EndOf(start);
            if (end - start > 1)
            {
                rows.Clear();
                for (var row = start; row < end; row++)
                {
                    rows.Add(At(row));
                }

                Write(start, CollectionsMarshal.AsSpan(rows), tree);
            }

            start = end;
        }
    }

    /// <summary>Every row that counts, by conferral: what tests compare.</summary>
    internal IEnumerable<(Guid Conferral, LedgerRow Row)> Told()
    {
        for (var conferral = 0; conferral < numbers.Count; conferral++)
        {
            if (first[conferral] is var start and not None)
            {
                for (var row = start; row < EndOf(start); row++)
                {
                    yield return (numbers.IdOf(conferral), At(row));
                }
            }
        }
    }

    private LedgerRow At(int row) => new(units[row], Classes.All[classes[row]], RowMark.FamilyOf(marks[row]), RowMark.ShownTo(marks[row]));

    private void Remove(int conferral)
    {
        if (first[conferral] is var start and not None)
        {
            var end = EndOf(start);
            marks.AsSpan(start, end - start).Fill(RowMark.Gone);
            gone += end - start;
            first[conferral] = None;
            mixed.Remove(conferral);
        }
    }

    private void Append(int conferral, Span<LedgerRow> rows, LedgerTree tree)
    {
        if (Count + rows.Length > units.Length)
        {
            Resize(Count + rows.Length + (Count / 8) + 64);
        }

        Write(Count, rows, tree);
        first[conferral] = Count;
        Count += rows.Length;
        if (!IsUniform(rows))
        {
            mixed.Add(conferral);
        }
    }

    private void Write(int start, Span<LedgerRow> rows, LedgerTree tree)
    {
        if (rows.Length > 1)
        {
            rows.Sort((one, other) => tree.PlaceOf(one.Unit).CompareTo(tree.PlaceOf(other.Unit)));
        }

        var uniform = IsUniform(rows);
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            units[start + i] = row.Unit;
            classes[start + i] = Classes.Of(row.Class);
            marks[start + i] = RowMark.Of(row.Family, row.ShownTo, isBehind: i > 0);
            meetings[start + i] = i > 0 && uniform ? tree.Meet(rows[i - 1].Unit, row.Unit) : NoMeeting;
        }
    }

    private static bool IsUniform(ReadOnlySpan<LedgerRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.ShownTo != rows[0].ShownTo)
            {
                return false;
            }
        }

        return true;
    }

    private void CloseUp()
    {
        // A conferral's place follows its first row: rows in the order of conferrals, whatever order they came in.
        var (newUnits, newClasses) = (new int[Living], new int[Living]);
        var (newMarks, newMeetings) = (new byte[Living], new int[Living]);
        var at = 0;
        for (var conferral = 0; conferral < numbers.Count; conferral++)
        {
            if (first[conferral] is var start and not None)
            {
                var length = EndOf(start) - start;
                units.AsSpan(start, length).CopyTo(newUnits.AsSpan(at));
                classes.AsSpan(start, length).CopyTo(newClasses.AsSpan(at));
                marks.AsSpan(start, length).CopyTo(newMarks.AsSpan(at));
                meetings.AsSpan(start, length).CopyTo(newMeetings.AsSpan(at));
                first[conferral] = at;
                at += length;
            }
        }

        (units, classes, marks, meetings) = (newUnits, newClasses, newMarks, newMeetings);
        (Count, gone) = (at, 0);
    }

    private static int[] NoRows(int conferrals)
    {
        var none = new int[conferrals];
        Array.Fill(none, None);
        return none;
    }

    private void Resize(int size)
    {
        Array.Resize(ref units, size);
        Array.Resize(ref classes, size);
        Array.Resize(ref marks, size);
        Array.Resize(ref meetings, size);
    }
}
