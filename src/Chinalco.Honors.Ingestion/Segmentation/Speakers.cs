using System.Buffers;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>People a paragraph speaks of by bare name (孟某某说 …): whoever was introduced in one article only, ties the paragraph to it.</summary>
internal static class Speakers
{
    private const int NameLength = 3;
    private const int CharactersRead = 2000;
    private static readonly SearchValues<char> Verbs = SearchValues.Create("说表介告自深常带被获在的是把从对笑也和却还就又为");

    /// <summary>Whether a person named in the text is known to <paramref name="here"/> and unknown to <paramref name="there"/>.</summary>
    public static bool AnyOnlyIn(string text, HashSet<ulong> here, HashSet<ulong> there)
    {
        for (var i = 0; i + NameLength < Math.Min(text.Length, CharactersRead); i++)
        {
            // A name stands at the head of a clause and a verb follows it.
            if ((i > 0 && Marks.IsHan(text[i - 1])) || !Verbs.Contains(text[i + NameLength]) || !AuthorNames.Is(text.Substring(i, NameLength)))
            {
                continue;
            }

            var name = TopicIndex.Gram(text[i], text[i + 1], text[i + 2]);
            if (here.Contains(name) && !there.Contains(name))
            {
                return true;
            }
        }

        return false;
    }
}
