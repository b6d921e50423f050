using System.Collections.Immutable;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>Something that stands in a text: from its first character to its end, exclusive.</summary>
public interface ITextRange
{
    /// <summary>First character.</summary>
    int Start { get; }

    /// <summary>End, exclusive.</summary>
    int End { get; }
}

/// <summary>Finds among the mentions of a text those of one stretch, without looking at all of them.</summary>
internal static class TextRanges
{
    /// <summary>The ranges inside a stretch, of ranges in the order of their end.</summary>
    public static ImmutableArray<T> Within<T>(ImmutableArray<T> byEnd, int start, int end)
        where T : class, ITextRange
    {
        var i = FirstWhere(byEnd, range => range.End > start);
        if (i == byEnd.Length || byEnd[i].End > end)
        {
            return [];
        }

        var inside = ImmutableArray.CreateBuilder<T>();
        for (; i < byEnd.Length && byEnd[i].End <= end; i++)
        {
            if (byEnd[i].Start >= start)
            {
                inside.Add(byEnd[i]);
            }
        }

        return inside.ToImmutable();
    }

    /// <summary>The ranges that begin in a stretch, of ranges in the order of their start.</summary>
    public static ImmutableArray<T> StartingIn<T>(ImmutableArray<T> byStart, int start, int end)
        where T : class, ITextRange
    {
        var first = FirstWhere(byStart, range => range.Start >= start);
        var behind = first;
        while (behind < byStart.Length && byStart[behind].Start < end)
        {
            behind++;
        }

        return behind == first ? [] : byStart.Slice(first, behind - first);
    }

    /// <summary>Index of the first element for which something holds that then holds for all behind it; the length where it holds for none.</summary>
    public static int FirstWhere<T>(ImmutableArray<T> elements, Func<T, bool> holds)
    {
        var (low, high) = (0, elements.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(elements[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
