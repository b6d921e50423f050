namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>Finds names written by sound with a dot between their parts.</summary>
internal static class DottedNames
{
    /// <summary>艾山江·买买提: parts written by sound on both sides of a dot, from where a name may begin to where it may end.</summary>
    public static IEnumerable<PersonMention> Find(string text, NamePlaces places)
    {
        for (var dot = text.IndexOf('·', StringComparison.Ordinal); dot > 0; dot = text.IndexOf('·', dot + 1))
        {
            var start = dot;
            while (start > 0 && dot - start < LongestPart && NameShape.AllHan(text.AsSpan(start - 1, 1)) && text[start - 1] != '·')
            {
                start--;
                if (dot - start > 1 && places.MayBegin(start, out _))
                {
                    break;
                }
            }

            // 提 ends 买买提, and may begin a verb as well: of equal ends the longer name.
            var end = Enumerable
                .Range(dot + 3, LongestPart - 1)
                .Where(at => at <= text.Length && IsPartOfName(text.AsSpan(dot + 1, at - dot - 1)))
                .OrderByDescending(at => NameShape.RightWeight(text, at, strong: true))
                .ThenByDescending(at => at)
                .FirstOrDefault(text.Length + 1);
            if (
                dot - start > 1
                && places.MayBegin(start, out _)
                && end <= text.Length
                && NameShape.RightWeight(text, end, strong: true) > 0
                && NameShape.AllHan(text.AsSpan(start, end - start))
            )
            {
                yield return new(start, end, text[start..end], NameEvidence.Form);
            }
        }
    }

    private static bool IsPartOfName(ReadOnlySpan<char> part)
    {
        foreach (var c in part)
        {
            if (NameShape.EndsNoName(c))
            {
                return false;
            }
        }

        return NameShape.AllHan(part) && !NameShape.IsOtherWord(part);
    }

    /// <summary>No part of a name written by sound is longer.</summary>
    private const int LongestPart = 6;
}
