namespace Chinalco.Honors.Domain.Units;

/// <summary>
/// What a unit was on one day. A date known to the year or the month counts from its first day on, both where something begins and where it
/// ends; what nobody dated has always been so.
/// </summary>
public static class UnitAsOf
{
    /// <summary>Whether the unit was there.</summary>
    public static bool Stood(PartialDate? foundedOn, PartialDate? dissolvedOn, PartialDate day) =>
        (foundedOn is not { } begun || begun <= day) && (dissolvedOn is not { } ended || ended > day);

    /// <summary>The unit it stood below.</summary>
    /// <param name="placements">Its places in their order: the parent and the first day there.</param>
    public static Guid? ParentOf(IEnumerable<(Guid? ParentId, PartialDate? From)> placements, PartialDate day)
    {
        ArgumentNullException.ThrowIfNull(placements);
        Guid? parent = null;
        var isFirst = true;
        foreach (var (parentId, from) in placements)
        {
            if (isFirst || from is not { } begun || begun <= day)
            {
                parent = parentId;
            }

            isFirst = false;
        }

        return parent;
    }

    /// <summary>The legal name it bore; a former name of which nobody knows until when counts for no day.</summary>
    /// <param name="today">The legal name of today.</param>
    /// <param name="former">Its former names with their days.</param>
    public static string NameOf(string today, IEnumerable<(string Name, PartialDate? From, PartialDate? To)> former, PartialDate day)
    {
        ArgumentNullException.ThrowIfNull(former);
        var (name, until) = (today, (PartialDate?)null);
        foreach (var (was, from, to) in former)
        {
            if (to is { } end && end > day && (from is not { } begun || begun <= day) && (until is not { } nearest || end < nearest))
            {
                (name, until) = (was, end);
            }
        }

        return name;
    }
}
