using System.Buffers.Binary;

namespace Chinalco.Honors.Rankings;

/// <summary>Numbers for conferrals, given once and kept, in 16 bytes for the id and about six for finding it: half of what a dictionary takes.</summary>
internal sealed class ConferralNumbers
{
    private const int FewestSlots = 1024;

    private Guid[] ids;
    private int[] slots;
    private int mask;

    /// <param name="expected">How many there will be, about.</param>
    public ConferralNumbers(int expected)
    {
        ids = new Guid[Math.Max(expected, 16)];
        slots = NewSlots(ids.Length);
        mask = slots.Length - 1;
    }

    public int Count { get; private set; }

    /// <summary>Bytes of memory.</summary>
    public long Memory => (16L * ids.Length) + (4L * slots.Length);

    public Guid IdOf(int number) => ids[number];

    /// <summary>The conferral's number; -1 when it has none.</summary>
    public int Find(Guid id)
    {
        for (var slot = SlotOf(id) & mask; slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if (ids[slots[slot] - 1] == id)
            {
                return slots[slot] - 1;
            }
        }

        return -1;
    }

    /// <summary>The conferral's number; one that is new gets the next.</summary>
    public int Of(Guid id)
    {
        var found = Find(id);
        if (found >= 0)
        {
            return found;
        }

        if (Count == ids.Length)
        {
            Array.Resize(ref ids, ids.Length + Math.Max(16, ids.Length / 4));
        }

        ids[Count] = id;
        Count++;
        if (Count > slots.Length / 4 * 3)
        {
            slots = NewSlots(slots.Length);
            mask = slots.Length - 1;
            for (var number = 0; number < Count; number++)
            {
                Place(number);
            }
        }
        else
        {
            Place(Count - 1);
        }

        return Count - 1;
    }

    private void Place(int number)
    {
        var slot = SlotOf(ids[number]) & mask;
        while (slots[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        slots[slot] = number + 1;
    }

    private static int[] NewSlots(int expected)
    {
        var count = FewestSlots;
        while (count / 4 * 3 <= expected)
        {
            count *= 2;
        }

        return new int[count];
    }

    /// <summary>Ids begin with the time and end with chance, or are a hash: both halves, mixed (the multiplier of Fibonacci hashing).</summary>
    private static int SlotOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        var mixed =
            (BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..])) * 0x9E37_79B9_7F4A_7C15UL;
        return (int)(mixed >> 33);
    }
}
