using System.Text.RegularExpressions;

namespace Chinalco.Honors.Packets.Stories;

/// <summary>Somebody or something that an article names.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">The UTF-16 unit after it.</param>
/// <param name="IsCandidate">Whether it is whom the packet is about.</param>
/// <param name="IsPerson">Else a unit.</param>
public readonly record struct NamedSpan(int Start, int End, bool IsCandidate, bool IsPerson);

/// <summary>The whole sentences of an article that are about a candidate. When in doubt it is about somebody else.</summary>
public static partial class AboutCandidate
{
    /// <param name="text">The article's.</param>
    /// <param name="named">Every person and unit that the article names.</param>
    public static IEnumerable<SentenceSpan> In(string text, IReadOnlyCollection<NamedSpan> named)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(named);
        var isPerson = named.Any(n => n.IsCandidate && n.IsPerson);
        return Sentences
            .In(text)
            .Where(s => Sentences.IsWhole(text[s.Start..s.End]) && (Names(s, named) || (isPerson && SaysHe(text, s, named))));
    }

    /// <summary>The first of its kind that a sentence names is whom it is about; a unit's sentence does not begin with a person either.</summary>
    private static bool Names(SentenceSpan sentence, IEnumerable<NamedSpan> named)
    {
        var within = named.Where(n => n.Start >= sentence.Start && n.Start < sentence.End).OrderBy(n => n.Start).ToList();
        var candidate = within.FindIndex(n => n.IsCandidate);
        return candidate >= 0 && !within[..candidate].Exists(n => n.IsPerson || !within[candidate].IsPerson);
    }

    /// <summary>“他…” is the candidate where the article has named nobody else so far and the paragraph speaks of nobody without a name.</summary>
    private static bool SaysHe(string text, SentenceSpan sentence, IReadOnlyCollection<NamedSpan> named)
    {
        var before = named.Where(n => n.IsPerson && n.Start < sentence.End).ToList();
        if (before.Count == 0 || before.Exists(n => !n.IsCandidate) || !He().IsMatch(text[sentence.Start..sentence.End]))
        {
            return false;
        }

        var paragraph = sentence.Start == 0 ? 0 : text.LastIndexOf('\n', sentence.Start - 1) + 1;
        return !Somebody().IsMatch(text[paragraph..sentence.End]);
    }

    /// <summary>He does it: at the beginning, or after one short clause.</summary>
    [GeneratedRegex("^(?:[^，。！？“”]{1,15}，)?[他她](?!们)")]
    private static partial Regex He();

    [GeneratedRegex(
        "师傅|徒弟|学徒|父亲|母亲|爱人|妻子|丈夫|老伴|儿子|女儿|孩子|同事|工友|班长|组长|主任|书记|厂长|经理|记者|有人|别人|他们|她们|对方|小伙|姑娘|大学生"
    )]
    private static partial Regex Somebody();
}
