using System.Collections.Immutable;
using System.Text.RegularExpressions;
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
    // No reader looks further back for what 该项目 means.
    private const int Reach = 8000;

    private readonly TeamFinder teams = new(scan, reader);
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
        else if (current.IsEmpty && !RecipientReader.IsPost(text) && LeadingUnit(clause) is { } unit)
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

    /// <summary>The team spoken of last before a place; null where none is.</summary>
    public Recipient? Team(int position) =>
        current.FirstOrDefault(recipient => recipient.Kind == RecipientKind.Team) ?? teams.LastBefore(position) ?? lastGroup;

    /// <summary>The team, unit or work that 该项目, 小组 or 它 means.</summary>
    public CarriedSubject? Group(string reference, int position)
    {
        var last = reference.Length > 1 ? reference[^2..] : "";
        if (reference.EndsWith("项目", StringComparison.Ordinal) || reference.EndsWith("工程", StringComparison.Ordinal))
        {
            var before = Before(position);
            var work = NamedWork().Matches(before).LastOrDefault(match => match.Value.EndsWith(reference[^2..], StringComparison.Ordinal));
            return work is null
                ? null
                : new(
                    [
                        new(
                            RecipientKind.Unit,
                            work.Groups["name"].Value[(work.Groups["name"].Value.LastIndexOf('的') + 1)..],
                            UnitText: null,
                            Unit: null,
                            Position: null
                        )
                        {
                            IsProject = true,
                        },
                    ],
                    SubjectDistance.SentenceBefore
                );
        }

        var team = NamedTeam().Matches(Before(position)).LastOrDefault(match => reference.Contains(match.Value[^1]));
        if (team is not null && reference != "它")
        {
            return new(
                [new(RecipientKind.Team, team.Groups["name"].Value, UnitText: null, Unit: null, Position: null)],
                SubjectDistance.Protagonist
            );
        }

        if (
            teams.LastBefore(position) is { } near
            && (
                reference == "它"
                || near.Name[^1] == reference[^1]
                || (reference.EndsWith("班组", StringComparison.Ordinal) && near.Name[^1] == '班')
                || reference.EndsWith("集体", StringComparison.Ordinal)
            )
        )
        {
            return new([near], SubjectDistance.SentenceBefore);
        }

        if (lastGroup is not null && (reference == "它" || lastGroup.Name.EndsWith(last, StringComparison.Ordinal)))
        {
            return new([lastGroup], SubjectDistance.SentenceBefore);
        }

        return null;
    }

    /// <summary>The text before a place, as far back as a reference reaches.</summary>
    private string Before(int position) => scan.Text[Math.Max(0, position - Reach)..Math.Max(0, position)];

    [GeneratedRegex(
        "(?<=^|[，。；、\n ]|设计的|承建的|参建的|总承包的|建设的|实施的|由)(?<name>[\u4e00-\u9fa5A-Za-z0-9]{2,24}?(?:项目|工程))(?=[，。；]|通过|获|荣|竣工|顺利|正式|开工|投产|建成|完成)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex NamedWork();

    [GeneratedRegex(
        "(?<=的|^|[，。、\n ]|带领|领衔)(?<name>[\u4e00-\u9fa5A-Za-z0-9“”]{1,12}?(?:[一二三四五六七八九十甲乙丙丁]班|[\u4e00-\u9fa5]{2}班|小组|工区))(?=有|是|的|被|获|，|。|里|在|全|这|集体)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex NamedTeam();

    [GeneratedRegex("^.{0,10}(?:大赛|竞赛|比武|比赛|评选|锦标赛)")]
    private static partial Regex Contest();

    /// <summary>由他参与研制的某样品: what follows is said of the work.</summary>
    [GeneratedRegex(
        "^由?(?:他|她|其|[\u4e00-\u9fa5]{2,3})(?:参与|主持|牵头|负责|带头|领衔)?(?:研制|主持|参与|完成|设计|研发|承担|牵头|开发|发明|创新)(?:的)(?<work>[^，。；的]{3,24})$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex MadeWork();

    /// <summary>同批的某院“某某”项目未发现问题: what follows is said of the project.</summary>
    [GeneratedRegex("(?<=^|的|，)(?<work>[^“”，的]{0,20}“[^“”]{4,30}”(?:项目|成果|课题|工程|技术))(?=[^的])", RegexOptions.ExplicitCapture)]
    private static partial Regex SpokenWork();

    [GeneratedRegex("^(?:另一|其中一|还有一|有一|一|第[一二三])[个位名](?:徒弟|学生|同事|年轻人|姑娘|小伙子?)?(?:就|是|名)?叫")]
    private static partial Regex Named();

    /// <summary>帮助李某夺得…: what follows is said of 李某.</summary>
    [GeneratedRegex(
        "^(?:帮助|指导|带领|助力|培养|推动|支持|辅导|带动|教会|引导|鼓励|带出|培养出|带出了|培养的|带出的)(?:徒弟|学员|选手|同事|青工|职工)?",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Causative();

    /// <summary>他提出的方案被…: what follows is said of the thing.</summary>
    [GeneratedRegex(
        "^(?:(?:19|20)\\d{2}年，?)?(?:他|她|其)[^，]{1,12}的[^，]{1,16}(?:被|获|使|让|将|已|成为|入选)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex OtherThing();

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
