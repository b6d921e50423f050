using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>
/// Reads the phrase in which recipients stand: 谷某等22名同志, 西南铝热轧厂张某、李某, 徒弟王某, 电解二厂三工区, 某公司承建的某工程.
/// </summary>
/// <param name="lexicon">Known units and people.</param>
/// <param name="names">Names that are known to stand in the article.</param>
/// <param name="references">Short forms of these names.</param>
public sealed partial class RecipientReader(Lexicon lexicon, HashSet<string> names, NameReferences references)
{
    /// <summary>Reads what stands beside a name.</summary>
    public DescriptionReader Descriptions { get; } = new(lexicon);

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> namesHere = names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Nobody is introduced with more characters than these; what is longer is damaged or no recipient.</summary>
    public const int LongestItem = 300;

    private const int LongestName = 8;

    // More adverbs in a row stand in no sentence; without an end a damaged line would be copied once for each.
    private const int MostAdverbs = 40;

    /// <summary>Reads a folded phrase.</summary>
    public NounPhrase Read(string phrase)
    {
        var text = StripAdverbs(phrase.Replace("\n", "", StringComparison.Ordinal));
        if (text.Length == 0)
        {
            return NounPhrase.Empty;
        }

        if (MayBe(PersonReferenceEnds, text) && PersonReference().IsMatch(text))
        {
            return new([], Reference.Person, text);
        }

        if (MayBe(PeopleReferenceEnds, text) && PeopleReference().IsMatch(text))
        {
            return new([], Reference.People, text);
        }

        var named = ImmutableArray.CreateBuilder<Recipient>();
        var reference = Reference.Other;
        foreach (var item in SplitItems(text))
        {
            var bare = StripAdverbs(item);
            var head = AfterLastOf(bare);
            if (head.Length > 0 && head[0] is '一' or '某' && Work().IsMatch(head))
            {
                var (unitText, unit, _) = Descriptions.Read(bare[..^head.Length]);
                named.Add(new(RecipientKind.Unit, bare, unitText, unit, Position: null) { IsProject = true });
            }
            else if (MayBeCount(head) && Count().IsMatch(head))
            {
                reference = named.Count == 0 ? Reference.Count : Reference.Names;
            }
            else if ((bare.StartsWith('其') || MayBe(GroupReferenceEnds, bare)) && GroupReference().IsMatch(bare))
            {
                reference = Reference.Group;
            }
            else if (ReadItem(bare) is { } recipient)
            {
                named.Add(named.Count > 0 ? ShareUnit(named[^1], recipient) : recipient);
            }
        }

        return named.Count > 0 ? new(named.ToImmutable(), Reference.Names, text) : new([], reference, text);
    }

    /// <summary>Reads an enumeration of which every item must name somebody; empty where one does not.</summary>
    public ImmutableArray<Recipient> ReadEach(string phrase)
    {
        var named = ImmutableArray.CreateBuilder<Recipient>();
        foreach (var item in SplitItems(phrase))
        {
            if (ReadItem(StripAdverbs(item)) is not { } recipient)
            {
                return [];
            }

            named.Add(named.Count > 0 ? ShareUnit(named[^1], recipient) : recipient);
        }

        return named.ToImmutable();
    }

    /// <summary>Reads one item: a person with unit and post before or behind the name, or a unit, team or work; null where it is none.</summary>
    public Recipient? ReadItem(string item)
    {
        if (item.Length > LongestItem)
        {
            return null;
        }

        var text = WithoutTrailing(item.Trim());
        text = text.Contains(' ', StringComparison.Ordinal) ? Padding().Replace(text, "") : text;
        if (text.Contains('“', StringComparison.Ordinal) && QuotedWork().Match(text) is { Success: true } work)
        {
            return ReadQuotedWork(work);
        }

        var note = "";
        if (MayBe(BracketEnds, text) && Bracket().Match(text) is { Success: true } bracket)
        {
            note = bracket.Groups["note"].Value;
            text = text[..bracket.Index].TrimEnd();
        }

        text = WithoutTrailing(text);
        return text.Length == 0 ? null : ReadReference(text) ?? ReadPerson(text, note) ?? ReadUnit(text);
    }

    /// <summary>老费, 他的父亲: a short form of a name of the article.</summary>
    private Recipient? ReadReference(string text) =>
        text.Length <= 6 && references.Meant(text.TrimStart('他', '她', '其', '的')) is { } name
            ? new(RecipientKind.Person, name, UnitText: null, Unit: null, Position: null)
            {
                Evidence = lexicon.KnowsPerson(name) ? NameEvidence.Known : NameEvidence.Form,
            }
            : null;

    /// <summary>Time words, adverbs and prepositional phrases around a phrase do not name anybody.</summary>
    public string StripAdverbs(string phrase)
    {
        var text = phrase.Trim();
        for (var round = 0; round < MostAdverbs; round++)
        {
            // 曾某 begins and 某刚 ends with a character that may be an adverb.
            var next = MayEndInAdverb(text) && !EndsInKnownName(text) ? TrailingAdverbs().Replace(text, "").TrimEnd() : text;
            next = MayBeginWithAdverb(next) && !NameShape.LooksLikeName(next) ? LeadingAdverbs().Replace(next, "").TrimStart() : next;
            if (next.Length == text.Length)
            {
                return next;
            }

            text = next;
        }

        return text;
    }

    private bool EndsInKnownName(ReadOnlySpan<char> text)
    {
        for (var length = 2; length <= Math.Min(4, text.Length); length++)
        {
            if (IsKnownName(text[^length..]))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsKnownName(ReadOnlySpan<char> name) => namesHere.Contains(name) || lexicon.KnowsPerson(name);

    /// <summary>某院“某某关键技术”: a result in quotation marks behind the unit that did it.</summary>
    private Recipient? ReadQuotedWork(Match match)
    {
        var unit = UnitDetector.Find(match.Groups["unit"].Value, lexicon).LastOrDefault();
        var name = match.Groups["name"].Value;
        return unit is null && match.Groups["kind"].Length == 0
            ? null
            : new(RecipientKind.Unit, name + match.Groups["kind"].Value, unit?.Text, unit?.Entry, Position: null) { IsProject = true };
    }

    private Recipient? ReadPerson(string text, string note)
    {
        foreach (var length in NameLengths(text))
        {
            var start = text.Length - length;
            var name = text[start..].Replace(" ", "", StringComparison.Ordinal);
            var before = Called().Replace(text[..start], "");
            var known = IsKnownName(name);
            if ((known || NameShape.LooksLikeName(name)) && (before.Length == 0 || IntroducesName(before, known)))
            {
                var apprentice = Vocabulary.Apprentices.LengthEndingAt(before, before.Length) > 0;
                var (unitText, unit, position) = Descriptions.Read(StripRelation(before));
                if (unitText is null && note.Length > 0)
                {
                    (unitText, unit, position) = Descriptions.Read(RowCells.WithoutRemarks(note));
                }

                return new(RecipientKind.Person, name, unitText, unit, position)
                {
                    IsApprentice = apprentice,
                    Evidence = lexicon.KnowsPerson(name) ? NameEvidence.Known : NameEvidence.Form,
                };
            }
        }

        return null;
    }

    /// <summary>Lengths of a name at the end of the text, the safest first.</summary>
    private IEnumerable<int> NameLengths(string text)
    {
        for (var length = Math.Min(LongestName, text.Length); length >= 2; length--)
        {
            if (IsKnownName(text.AsSpan(text.Length - length)))
            {
                yield return length;
            }
        }

        foreach (var length in UsualLengths)
        {
            if (length <= text.Length && EndsInName(text, length))
            {
                yield return length;
            }
        }
    }

    private static bool EndsInName(string text, int length)
    {
        var name = text.AsSpan(text.Length - length);
        return length <= 4 ? NameShape.LooksLikeName(name) : Vocabulary.EthnicNames.LengthAt(name, 0) > 0 && NameShape.LooksLikeName(name);
    }

    /// <summary>What may stand before a name: a unit, a post, kinship, 的 — or, for a known name, anything that ends in a noun of that kind.</summary>
    private static bool IntroducesName(string before, bool known) =>
        before[^1] is '的' or ' ' or '：' or '|'
        || NameShape.IntroducerLength(before, before.Length) > 0
        || UnitDetector.SuffixLength(before) > 0
        || EndsInUnit.IsMatch(before)
        || Rank().IsMatch(before)
        || (known && before.Length <= 14 && !before.Contains('的', StringComparison.Ordinal) && UnitLike().IsMatch(before));

    private static readonly Regex EndsInUnit = UnitLike();
    private static readonly ImmutableArray<int> UsualLengths = [3, 2, 4, 5, 6];

    private Recipient? ReadUnit(string text)
    {
        var head = AfterLastOf(text);
        var contractor = head.Length < text.Length ? text[..(text.Length - head.Length - 1)] : "";
        var mentions = UnitDetector.Find(head, lexicon);
        var whole = mentions.Length > 0 && mentions[0].Start == 0;
        if (whole && mentions[0].AliasEnd == head.Length)
        {
            return new(RecipientKind.Unit, head, head, mentions[0].Entry, Position: null);
        }

        var project = Vocabulary.ProjectSuffixes.LengthEndingAt(head, head.Length);
        var suffix = UnitDetector.SuffixLength(head);
        if (
            (suffix == 0 && project == 0)
            || (head.Length == Math.Max(suffix, project) && head.Length < 3)
            || DescriptionReader.TellsOfADeed(head)
        )
        {
            return null;
        }

        var owner = whole ? mentions[0] : UnitDetector.Find(contractor, lexicon).FirstOrDefault();
        if (project > suffix || project == head.Length)
        {
            return new(RecipientKind.Unit, head, owner?.Text, owner?.Entry, Position: null) { IsProject = true };
        }

        var kind = Vocabulary.CompanySuffixes.LengthEndingAt(head, head.Length) == suffix ? RecipientKind.Unit : RecipientKind.Team;
        return new(
            kind,
            head,
            whole ? head : owner?.Text,
            whole ? Descriptions.EntryOf(head) ?? mentions[0].Entry : owner?.Entry,
            Position: null
        );
    }

    private static string AfterLastOf(string text)
    {
        if (!text.Contains('的', StringComparison.Ordinal))
        {
            return text;
        }

        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            depth +=
                text[i] == '”' ? 1
                : text[i] == '“' ? -1
                : 0;
            if (depth == 0 && text[i] == '的')
            {
                return text[(i + 1)..];
            }
        }

        return text;
    }

    /// <summary>西南铝热轧厂张某、李某: the second stands in the unit of the first, unless it has its own.</summary>
    private static Recipient ShareUnit(Recipient first, Recipient next) =>
        next is { Kind: RecipientKind.Person, UnitText: null } && first.Kind == RecipientKind.Person
            ? next with
            {
                UnitText = first.UnitText,
                Unit = first.Unit,
            }
            : next;

    private static string StripRelation(string before)
    {
        var length = Math.Max(
            Vocabulary.Apprentices.LengthEndingAt(before, before.Length),
            Vocabulary.Relations.LengthEndingAt(before, before.Length)
        );
        return before[..(before.Length - length)];
    }

    /// <summary>Items of a list; marks inside brackets and quotations do not part items.</summary>
    private IEnumerable<string> SplitItems(string text)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth +=
                text[i] is '（' or '“' ? 1
                : text[i] is '）' or '”' ? -1
                : 0;
            var length =
                depth > 0 ? 0
                : text[i] is '、' or '，' ? 1
                : text[i] is '和' or '与' or '及' && i > start + 1 && i < text.Length - 1 && !IsInsideName(text, i) ? 1
                : 0;
            if (length > 0)
            {
                yield return text[start..i];
                start = i + length;
            }
        }

        yield return text[start..];
    }

    /// <summary>The 和 of 蒲清和 joins nothing.</summary>
    private bool IsInsideName(string text, int position)
    {
        for (var start = Math.Max(0, position - 3); start <= position; start++)
        {
            for (var end = Math.Max(position + 1, start + 2); end <= Math.Min(text.Length, start + 4); end++)
            {
                if (IsKnownName(text.AsSpan(start, end - start)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
