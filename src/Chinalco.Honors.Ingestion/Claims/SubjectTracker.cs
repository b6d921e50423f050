using System.Collections.Immutable;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>How far away a subject was named.</summary>
public enum SubjectDistance
{
    /// <summary>In the same sentence.</summary>
    SameSentence = 1,

    /// <summary>It is the person the article is about, and nobody else was named since.</summary>
    Protagonist = 2,

    /// <summary>In the sentence before.</summary>
    SentenceBefore = 3,

    /// <summary>Further away, or another reading is possible.</summary>
    Far = 4,
}

/// <summary>A subject that a clause without its own takes over.</summary>
public sealed record CarriedSubject(ImmutableArray<Recipient> Recipients, SubjectDistance Distance)
{
    /// <summary>Whether the sentence itself speaks of it, be it with a pronoun.</summary>
    public bool IsInSentence { get; init; } = Distance == SubjectDistance.SameSentence;
}

/// <summary>
/// Follows who a text is speaking of, clause by clause: the named subject of the sentence, else the subject of the sentence before, else
/// the person the article is about.
/// </summary>
public sealed partial class SubjectTracker(ArticleScan scan, RecipientReader reader, PersonProfiles profiles)
{
    private readonly TeamFinder teams = new(scan, reader);
    private readonly GroupReferences groups = new(scan, reader);
    private ImmutableArray<Recipient> current = [];
    private SubjectDistance currentDistance = SubjectDistance.SameSentence;
    private ImmutableArray<Recipient> previous = [];
    private ImmutableArray<Recipient> peopleHere = [];
    private ImmutableArray<Recipient> peopleBefore = [];
    private Recipient? lastGroup;
    private string? lastPerson;
    private int sentencesSince;
    private bool blocked;

    /// <summary>The people of the last list that waits for its award (以上4人).</summary>
    public ImmutableArray<Recipient> LastList { get; private set; } = [];

    /// <summary>A new sentence begins.</summary>
    /// <param name="start">Its first character.</param>
    public void BeginSentence(int start)
    {
        var before = TextRanges.FirstWhere(scan.People, person => person.Start >= start);
        lastPerson = before > 0 ? scan.People[before - 1].Name : null;
        previous = current.IsEmpty ? previous : current;
        sentencesSince = current.IsEmpty ? sentencesSince + 1 : 0;
        if (!peopleHere.IsEmpty)
        {
            peopleBefore = peopleHere;
            peopleHere = [];
        }

        current = [];
        currentDistance = SubjectDistance.SameSentence;
        blocked = false;
    }

    /// <summary>Named recipients become the subject of the clauses that follow.</summary>
    /// <param name="recipients">Who.</param>
    /// <param name="distance">How far away they were named; a pronoun does not bring them nearer.</param>
    public void Set(ImmutableArray<Recipient> recipients, SubjectDistance distance = SubjectDistance.SameSentence)
    {
        current = recipients;
        currentDistance = distance;
        blocked = false;
        Remember(recipients);
    }

    /// <summary>The clause speaks of somebody unnamed; what follows in the sentence is not said of the subject before.</summary>
    public void Block()
    {
        current = [];
        blocked = true;
    }

    /// <summary>A list of names without an award of its own.</summary>
    public void Collect(ImmutableArray<Recipient> recipients) => LastList = recipients;

    /// <summary>Takes the subject of a clause without award.</summary>
    public void Observe(Clause clause)
    {
        var people = scan.PeopleIn(clause.Start, clause.End);
        var text = scan.Text[clause.Start..clause.End];
        if (
            !people.IsEmpty
            && Causative().Match(text) is { Success: true } causative
            && people.FirstOrDefault(person => person.Start == clause.Start + causative.Length) is { } pivot
        )
        {
            Set([
                profiles.Complete(
                    new(RecipientKind.Person, pivot.Name, UnitText: null, Unit: null, Position: null) { Evidence = pivot.Evidence }
                ),
            ]);
            return;
        }

        // 另一个叫李某，如今在某厂当焊工: what follows is said of 李某.
        if (
            !people.IsEmpty
            && Named().Match(text) is { Success: true } naming
            && people.FirstOrDefault(person => person.Start == clause.Start + naming.Length) is { } called
        )
        {
            Set([
                profiles.Complete(
                    new(RecipientKind.Person, called.Name, UnitText: null, Unit: null, Position: null) { Evidence = called.Evidence }
                ),
            ]);
            return;
        }

        if (text.Contains('的', StringComparison.Ordinal) && MadeWork().Match(text) is { Success: true } made)
        {
            Set([new(RecipientKind.Unit, made.Groups["work"].Value, UnitText: null, Unit: null, Position: null) { IsProject = true }]);
            return;
        }

        if (people.IsEmpty && text.Contains('“', StringComparison.Ordinal) && SpokenWork().Match(text) is { Success: true } spoken)
        {
            Set([.. reader.Read(spoken.Groups["work"].Value).Named]);
            return;
        }

        if (text[0] is '他' or '她' or '其' or '1' or '2' && OtherThing().IsMatch(text))
        {
            Block();
            return;
        }

        // 他今年五十三岁，…: what follows is said of him.
        if (
            text.Length > 2
            && text[0] is '他' or '她'
            && text[1] is not ('们' or '俩')
            && !text.Contains('的', StringComparison.Ordinal)
            && current.IsEmpty
            && Person() is { } meant
        )
        {
            (current, currentDistance) = (meant.Recipients, meant.Distance);
            return;
        }

        if (!people.IsEmpty && LeadingPeople(clause, people) is { Length: > 0 } named)
        {
            Set(named);
            return;
        }

        if (people.IsEmpty && teams.Leading(clause.Start, clause.End) is { } team)
        {
            Set([team]);
            return;
        }

        var phrase = text.Length <= 40 ? reader.Read(text) : NounPhrase.Empty;
        if (phrase.Named.Any(recipient => recipient.Kind != RecipientKind.Person))
        {
            Remember(phrase.Named);
            if (current.IsEmpty || current.All(recipient => recipient.Kind != RecipientKind.Person) || IsWholePhrase(phrase, text))
            {
                Set(phrase.Named);
            }
        }
        else if (phrase.Reference == Reference.Count && current is [{ Kind: RecipientKind.Team or RecipientKind.Unit }])
        {
            // 某班，十四个人: the number describes the team.
            return;
        }
        else if (phrase.Reference == Reference.Count && people.IsEmpty && !text.AsSpan().ContainsAny("他她年"))
        {
            Block();
        }
        else if (current.IsEmpty && !DescriptionReader.IsPost(text) && LeadingUnit(clause) is { } unit)
        {
            Remember([unit]);
            (current, currentDistance) = ([unit], SubjectDistance.SameSentence);
        }
    }

    /// <summary>The subject for a clause that names none.</summary>
    public CarriedSubject? Carried()
    {
        if (blocked)
        {
            return null;
        }

        if (!current.IsEmpty)
        {
            return new(current, currentDistance) { IsInSentence = true };
        }

        return AcrossSentences();
    }

    /// <summary>The person a pronoun means.</summary>
    public CarriedSubject? Person()
    {
        var here = current.Where(recipient => recipient.Kind == RecipientKind.Person).ToImmutableArray();
        return here.Length == 1 ? new(here, currentDistance) : AcrossSentences();
    }

    /// <summary>The person the sentences go on about, whatever units were named in between.</summary>
    public CarriedSubject? Hero() => AcrossSentences() is { Recipients: [{ Kind: RecipientKind.Person }] } carried ? carried : null;

    /// <summary>The people a plural pronoun means.</summary>
    public CarriedSubject? People()
    {
        var here = current.Length > 1 ? current : previous;
        return here.Length > 1 ? new(here, SubjectDistance.SentenceBefore)
            : peopleBefore.Length > 1 ? new(peopleBefore, SubjectDistance.SentenceBefore)
            : LastList.Length > 1 ? new(LastList, SubjectDistance.SentenceBefore)
            : null;
    }

    /// <summary>The team, unit or work that 该项目, 小组 or 它 means.</summary>
    public CarriedSubject? Group(string reference, int position) => groups.Meant(reference, position, lastGroup);

    /// <summary>The team spoken of last before a place; null where none is.</summary>
    public Recipient? Team(int position) =>
        current.FirstOrDefault(recipient => recipient.Kind == RecipientKind.Team) ?? teams.LastBefore(position) ?? lastGroup;

    private CarriedSubject? AcrossSentences()
    {
        var person = previous.Length == 1 && previous[0].Kind == RecipientKind.Person ? previous[0] : null;
        if (scan.Protagonist is { } hero)
        {
            if (person is not null && person.Name != hero && sentencesSince == 0)
            {
                return new([person], SubjectDistance.SentenceBefore);
            }

            // Somebody else was named last: he may be meant.
            var distance =
                (person is null || person.Name == hero) && (lastPerson is null || lastPerson == hero)
                    ? SubjectDistance.Protagonist
                    : SubjectDistance.Far;
            return new([profiles.Complete(new(RecipientKind.Person, hero, UnitText: null, Unit: null, Position: null))], distance);
        }

        if (person is null && scan.FirstPerson is { } first)
        {
            return new(
                [profiles.Complete(new(RecipientKind.Person, first, UnitText: null, Unit: null, Position: null))],
                SubjectDistance.Far
            );
        }

        return person is not null ? new([person], SubjectDistance.SentenceBefore)
            : previous is [{ Kind: not RecipientKind.Person, IsProject: false } group] ? new([group], SubjectDistance.SentenceBefore)
            : null;
    }

    private void Remember(ImmutableArray<Recipient> recipients)
    {
        peopleHere =
        [
            .. peopleHere
                .Concat(recipients.Where(recipient => recipient.Kind == RecipientKind.Person))
                .DistinctBy(recipient => recipient.Name),
        ];
        lastGroup = recipients.LastOrDefault(recipient => recipient.Kind != RecipientKind.Person) ?? lastGroup;
    }

    private static bool IsWholePhrase(NounPhrase phrase, string text) =>
        phrase.Named.Length == 1 && text.EndsWith(phrase.Named[0].Name, StringComparison.Ordinal);

    /// <summary>The people a clause begins with: the first after nothing but unit, post and time, and those listed with it.</summary>
    private ImmutableArray<Recipient> LeadingPeople(Clause clause, ImmutableArray<PersonMention> people)
    {
        var named = ImmutableArray.CreateBuilder<Recipient>();
        var from = clause.Start;
        foreach (var person in people)
        {
            var before = reader.StripAdverbs(scan.Text[from..person.Start].Trim('、', '和', '与', '：', '“'));
            var joint = named.Count == 0 || scan.Text[from..person.Start] is ['、', ..] or ['和', ..] or ['与', ..];
            var possessive = person.End < scan.Text.Length && scan.Text[person.End] == '的' && person.End < clause.End;
            if (!joint || (before.Length > 0 && reader.ReadItem(before + person.Name) is null) || before.Length > 30)
            {
                break;
            }

            if (possessive)
            {
                continue;
            }

            var read = before.Length > 0 ? reader.ReadItem(before + person.Name) : reader.ReadItem(person.Name);
            if (read is null || read.Kind != RecipientKind.Person)
            {
                break;
            }

            named.Add(profiles.Complete(read));
            from = person.End;
        }

        return named.ToImmutable();
    }

    private Recipient? LeadingUnit(Clause clause)
    {
        var text = scan.Text[clause.Start..clause.End];
        var start = clause.Start + text.Length - reader.StripAdverbs(text).Length;
        var unit = scan.UnitsStartingIn(clause.Start, start + 1).FirstOrDefault(unit => unit.End <= clause.End);
        // 某公司技能大赛: the unit only says whose contest it is.
        return unit is null || Contest().IsMatch(scan.Text[unit.AliasEnd..clause.End])
            ? null
            : new(unit.End > unit.AliasEnd ? RecipientKind.Team : RecipientKind.Unit, unit.Text, unit.Text, unit.Entry, Position: null);
    }
}
