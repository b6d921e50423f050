namespace Chinalco.Honors.Rankings;

/// <summary>Small numbers for units, given once and kept: rows hold four bytes instead of an id. Safe for several threads.</summary>
internal sealed class UnitNumbers
{
    private readonly Dictionary<Guid, int> numbers = [];
    private readonly List<Guid> ids = [];

    private readonly Lock gate = new();

    public int Count
    {
        get
        {
            lock (gate)
            {
                return ids.Count;
            }
        }
    }

    public Guid IdOf(int number)
    {
        lock (gate)
        {
            return ids[number];
        }
    }

    /// <summary>The unit's number; -1 where it has none.</summary>
    public int Find(Guid id)
    {
        lock (gate)
        {
            return numbers.TryGetValue(id, out var number) ? number : -1;
        }
    }

    /// <summary>The unit's number; one that is new gets the next.</summary>
    public int Of(Guid id)
    {
        lock (gate)
        {
            if (!numbers.TryGetValue(id, out var number))
            {
                number = ids.Count;
                ids.Add(id);
                numbers.Add(id, number);
            }

            return number;
        }
    }
}
