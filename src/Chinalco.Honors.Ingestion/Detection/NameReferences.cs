using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>
/// Finds short forms of the names of a text: 老费 and 费师傅 for 费长歌, 海英 for 段海英, 父亲 where one father is named, 艾山江 for
/// 艾山江·买买提. A short form counts only where it can mean one person alone.
/// </summary>
public sealed partial class NameReferences
{
    private readonly Dictionary<string, string> meant = new(StringComparer.Ordinal);

    /// <summary>Learns the short forms.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="people">The full names in it.</param>
    public NameReferences(string text, ImmutableArray<PersonMention> people)
    {
        var names = people.Select(person => person.Name).Distinct(StringComparer.Ordinal).ToList();
        foreach (var same in names.Where(HasPlainSurname).GroupBy(name => name[0]))
        {
            if (same.Count() == 1)
            {
                foreach (var form in Forms(same.Key))
                {
                    meant.TryAdd(form, same.First());
                }
            }
        }

        foreach (
            var same in names.Where(name => name.Length == 3 && HasPlainSurname(name)).GroupBy(name => name[1..], StringComparer.Ordinal)
        )
        {
            if (same.Count() == 1 && !NameShape.IsCommonWord(same.Key) && !Vocabulary.NotNames.Words.Contains(same.Key))
            {
                meant.TryAdd(same.Key, same.First());
            }
        }

        foreach (var name in names.Where(name => name.IndexOf('·', StringComparison.Ordinal) > 1))
        {
            meant.TryAdd(name[..name.IndexOf('·', StringComparison.Ordinal)], name);
        }

        foreach (
            var kin in people
                .Select(person => (Word: KinBefore(text, person.Start), person.Name))
                .Where(kin => kin.Word is not null)
                .GroupBy(kin => kin.Word!, StringComparer.Ordinal)
        )
        {
            if (kin.Select(pair => pair.Name).Distinct(StringComparer.Ordinal).Count() == 1)
            {
                meant.TryAdd(kin.Key, kin.First().Name);
            }
        }
    }

    /// <summary>The full name that a short form means; null where it means nobody for sure.</summary>
    public string? Meant(string form) => meant.GetValueOrDefault(form);

    /// <summary>The people of the text with those whom short forms mean, in the order of the text.</summary>
    public ImmutableArray<PersonMention> AddTo(string text, ImmutableArray<PersonMention> people)
    {
        if (meant.Count == 0)
        {
            return people;
        }

        var taken = new bool[text.Length];
        foreach (var person in people)
        {
            taken.AsSpan(person.Start, person.End - person.Start).Fill(true);
        }

        var forms = meant.Keys.Order(StringComparer.Ordinal).ToArray();
        var evidence = people.ToLookup(person => person.Name, person => person.Evidence, StringComparer.Ordinal);
        var found = new WordTable(forms)
            .FindAll(text)
            .Where(hit => !taken.AsSpan(hit.Start, hit.Length).Contains(true) && StandsFree(text, hit.Start, hit.Start + hit.Length))
            .Select(hit => (hit.Start, End: hit.Start + hit.Length, Name: meant[forms[hit.Index]]))
            .Select(hit => new PersonMention(hit.Start, hit.End, hit.Name, evidence[hit.Name].First()))
            .ToList();
        return found.Count == 0 ? people : [.. people.Concat(found).OrderBy(person => person.Start)];
    }

    private static bool HasPlainSurname(string name) =>
        name.Length is 2 or 3 && Vocabulary.SingleSurnames.Contains(name[0]) && Vocabulary.DoubleSurnames.LengthAt(name, 0) == 0;

    private static IEnumerable<string> Forms(char surname) =>
        ["老" + surname, "小" + surname, surname + "师傅", surname + "班长", surname + "大姐", surname + "大哥", surname + "工"];

    private static string? KinBefore(string text, int place) =>
        Kin().Match(text[Math.Max(0, place - 3)..place]) is { Success: true } match ? match.Value : null;

    /// <summary>At the beginning of a clause, and not as the beginning of a longer word: 老费配了三十年的料.</summary>
    private static bool StandsFree(string text, int start, int end) =>
        (
            start == 0
            || text[start - 1]
                is '，'
                    or '。'
                    or '；'
                    or '：'
                    or '！'
                    or '？'
                    or '、'
                    or '\n'
                    or ' '
                    or '“'
                    or '”'
                    or '，'
                    or '给'
                    or '予'
                    or '的'
                    or '和'
                    or '与'
        ) && (end >= text.Length || text[end] is not ('厂' or '矿' or '司' or '队' or '组'));

    [GeneratedRegex("(?:父亲|母亲|妻子|丈夫|爱人|老伴|儿子|女儿|哥哥|弟弟|姐姐|妹妹|爷爷|徒弟)$")]
    private static partial Regex Kin();
}
