using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Chinalco.Honors.Data.Text;

/// <summary>How Chinese characters are read, in pinyin without tones; <c>v</c> stands for u with two dots, as on keyboards.</summary>
/// <remarks>From <c>readings.txt</c>, whose head says where it comes from; surnames and double surnames from <see cref="Surnames"/>.</remarks>
public static class Readings
{
    private static readonly Lazy<FrozenDictionary<Rune, ImmutableArray<string>>> OfCharacter = new(Load);

    private static readonly Lazy<FrozenSet<string>> Syllables = new(() =>
        OfCharacter.Value.Values.SelectMany(readings => readings).ToFrozenSet(StringComparer.Ordinal)
    );

    private static readonly int LongestSyllable = "zhuang".Length;

    /// <summary>The readings of a character, the usual one first; none for what is no Chinese character.</summary>
    public static ImmutableArray<string> Of(Rune character) => OfCharacter.Value.TryGetValue(character, out var readings) ? readings : [];

    /// <summary>
    /// The readings of a person's name, as lists of syllables, the likeliest first: what the surname is read like, then the usual reading of
    /// each character, then the others.
    /// </summary>
    /// <param name="most">No more readings than this.</param>
    /// <returns>Empty when a character is not Chinese.</returns>
    public static ImmutableArray<ImmutableArray<string>> OfName(string name, int most)
    {
        ArgumentNullException.ThrowIfNull(name);
        var characters = name.EnumerateRunes().ToList();
        List<ImmutableArray<string>> choices = [.. characters.Select(Of)];
        if (choices.Count == 0 || choices.Exists(c => c.IsEmpty))
        {
            return [];
        }

        var surname = Surnames.Of(name);
        for (var i = 0; i < surname.Length && i < choices.Count; i++)
        {
            choices[i] = [surname[i], .. choices[i].Where(reading => reading != surname[i])];
        }

        return Combine(choices, most);
    }

    /// <summary>The usual reading of a text, character by character; empty when a character is not Chinese.</summary>
    public static ImmutableArray<string> Usual(string text) => OfName(text, most: 1) is [var usual, ..] ? usual : [];

    /// <summary>Whether a text is a row of whole syllables, the last of which may be unfinished.</summary>
    public static bool IsPinyin(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && EndsOfSyllables(text).Contains(text.Length);
    }

    /// <summary>Where a row of whole syllables may end within the text.</summary>
    private static HashSet<int> EndsOfSyllables(string text)
    {
        var ends = new HashSet<int> { 0 };
        for (var end = 1; end <= text.Length; end++)
        {
            for (var length = 1; length <= Math.Min(end, LongestSyllable); length++)
            {
                if (ends.Contains(end - length) && Syllables.Value.Contains(text.Substring(end - length, length)))
                {
                    ends.Add(end);
                    break;
                }
            }
        }

        return ends;
    }

    /// <summary>All choices, those that differ least from the first ones first.</summary>
    private static ImmutableArray<ImmutableArray<string>> Combine(List<ImmutableArray<string>> choices, int most)
    {
        List<(int Distance, ImmutableArray<string> Row)> rows = [(0, [])];
        foreach (var choice in choices)
        {
            // Most characters have one reading: names are many, and sorting costs more than everything else here.
            rows =
                choice.Length == 1
                    ? rows.ConvertAll(row => (row.Distance, row.Row.Add(choice[0])))
                    :
                    [
                        .. rows.SelectMany(row => choice.Select((reading, distance) => (row.Distance + distance, row.Row.Add(reading))))
                            .OrderBy(row => row.Item1)
                            .Take(most),
                    ];
        }

        return [.. rows.Select(row => row.Row)];
    }

    private static FrozenDictionary<Rune, ImmutableArray<string>> Load()
    {
        using var stream = typeof(Readings).Assembly.GetManifestResourceStream("readings.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var found = new Dictionary<Rune, List<string>>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var fields = line.Split(' ');
            foreach (var character in fields[1].EnumerateRunes().Where(c => c.Value != '-'))
            {
                Row(character).Insert(0, fields[0]);
            }

            foreach (var character in (fields.Length > 2 ? fields[2] : "").EnumerateRunes())
            {
                Row(character).Add(fields[0]);
            }
        }

        return found.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray());

        List<string> Row(Rune character)
        {
            if (!found.TryGetValue(character, out var readings))
            {
                found[character] = readings = [];
            }

            return readings;
        }
    }
}
