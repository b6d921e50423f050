using System.Runtime.InteropServices;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>What a text says about a name by repeating it.</summary>
internal sealed class NameRepetition
{
    // Names written by sound are the longest; six characters also fit one key.
    private const int LongestName = 6;
    private const int BitsOfCharacter = 16;

    // Up to here a plain search is cheaper than an index.
    private const int ShortText = 4096;

    private readonly string text;
    private readonly HashSet<UInt128> names;
    private Dictionary<UInt128, (int First, int Last)>? places;

    /// <summary>
    /// Words with a surname that stand at least twice where a name may begin, once of these after a post, a unit or a word of kinship:
    /// names, whatever follows them. A longer one that stands as often as its beginning is the name.
    /// </summary>
    public NameRepetition(string text, NamePlaces where)
    {
        this.text = text;
        var counts = new Dictionary<UInt128, (int All, int Strong)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!where.MayBeginUnnoticed(i, out var strong))
            {
                continue;
            }

            foreach (var length in NameShape.LengthsAt(text, i))
            {
                if (i + length > text.Length)
                {
                    continue;
                }

                var name = text.AsSpan(i, length);
                if (NameShape.AllHan(name) && !NameShape.IsOtherWord(name))
                {
                    ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, Key(name), out _);
                    count = (count.All + 1, count.Strong + (strong ? 1 : 0));
                }
            }
        }

        names = counts.Where(pair => pair.Value is { All: >= 2, Strong: >= 1 }).Select(pair => pair.Key).ToHashSet();
        foreach (var (name, count) in counts)
        {
            for (var beginning = Shortened(name); beginning > char.MaxValue; beginning = Shortened(beginning))
            {
                if (counts.TryGetValue(beginning, out var shorter) && shorter.All == count.All)
                {
                    names.Remove(beginning);
                }
            }
        }
    }

    /// <summary>Whether the word is a name for its repetition alone.</summary>
    public bool IsName(ReadOnlySpan<char> word) => names.Count > 0 && names.Contains(Key(word));

    /// <summary>Whether the word at a place stands a second time in the text: a name that only a particle follows must.</summary>
    public bool StandsAgain(int start, int length)
    {
        var word = text.AsSpan(start, length);
        if (text.Length <= ShortText)
        {
            return text.AsSpan(start + length).IndexOf(word) >= 0 || text.AsSpan(0, start).IndexOf(word) >= 0;
        }

        places ??= Index();
        var (first, last) = places[Key(word)];
        return first + length <= start || last >= start + length;
    }

    /// <summary>First and last place of every word that could be a name.</summary>
    private Dictionary<UInt128, (int First, int Last)> Index()
    {
        var index = new Dictionary<UInt128, (int First, int Last)>();
        for (var i = 0; i < text.Length; i++)
        {
            var longest = NamePlaces.IsBeginning(text[i]) ? Math.Min(LongestName, text.Length - i) : 0;
            for (var length = 2; length <= longest && NameShape.AllHan(text.AsSpan(i, length)); length++)
            {
                ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(index, Key(text.AsSpan(i, length)), out var known);
                place = (known ? place.First : i, i);
            }
        }

        return index;
    }

    /// <summary>The characters of a short word as one number, the first the most significant.</summary>
    private static UInt128 Key(ReadOnlySpan<char> word)
    {
        UInt128 key = 0;
        foreach (var c in word)
        {
            key = (key << BitsOfCharacter) | c;
        }

        return key;
    }

    /// <summary>The key without its last character.</summary>
    private static UInt128 Shortened(UInt128 key) => key >> BitsOfCharacter;
}
