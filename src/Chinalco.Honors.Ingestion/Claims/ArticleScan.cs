using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;
using Chinalco.Honors.Ingestion.Segmentation;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>An article with everything detected in it. Offsets of all parts count into <see cref="SegmentedArticle.Text"/>.</summary>
/// <param name="Article">The article.</param>
/// <param name="Text">Its folded text.</param>
/// <param name="Sentences">Its sentences.</param>
/// <param name="Units">Units named in it.</param>
/// <param name="People">People named in it.</param>
/// <param name="Awards">Awards named in it.</param>
/// <param name="Issuer">The enterprise it is about or that publishes it.</param>
/// <param name="Protagonist">The person a profile is about; null for other texts.</param>
public sealed partial record ArticleScan(
    SegmentedArticle Article,
    string Text,
    ImmutableArray<Sentence> Sentences,
    ImmutableArray<UnitMention> Units,
    ImmutableArray<PersonMention> People,
    ImmutableArray<AwardMention> Awards,
    UnitEntry? Issuer,
    string? Protagonist
)
{
    /// <summary>Detects people, units and awards.</summary>
    /// <param name="article">The article.</param>
    /// <param name="lexicon">What is known.</param>
    /// <param name="detector">Finds awards; built once for all articles.</param>
    /// <param name="publisher">The unit whose paper it stands in; null for the group's paper.</param>
    public static ArticleScan Of(SegmentedArticle article, Lexicon lexicon, AwardDetector detector, UnitEntry? publisher)
    {
        var text = FoldedText.Of(article.Text);
        var units = UnitDetector.Find(text, lexicon);
        var found = PersonDetector.Find(text, units, lexicon, article.Authors.Select(FoldedText.Of));
        var credited = found.Where(person => IsCredit(text, person)).ToImmutableArray();
        var named = found.RemoveRange(credited);
        var references = new NameReferences(text, named);
        var people = references.AddTo(text, named);
        var awards = detector.Find(text, people);
        return new(
            article,
            text,
            SentenceSplitter.Split(text),
            units,
            people,
            awards,
            FindIssuer(units, publisher, article.BodyStart),
            FindProtagonist(article, text, people)
        )
        {
            Lexicon = lexicon,
            Credited = credited,
            References = references,
        };
    }

    /// <summary>（记者 某人）, 某人 摄: who wrote or photographed receives nothing by that.</summary>
    private static bool IsCredit(string text, PersonMention person) =>
        BeforeCredit().IsMatch(text[Math.Max(0, person.Start - 8)..person.Start])
        || BehindCredit().IsMatch(text[person.End..Math.Min(text.Length, person.End + 5)]);

    // A damaged sentence may be endless; who announces stands near by.
    private const int AnnouncerReach = 2000;

    /// <summary>What is known of units, awards and people.</summary>
    public required Lexicon Lexicon { get; init; }

    /// <summary>Reporters and photographers where they are named as such; not among <see cref="People"/>.</summary>
    public required ImmutableArray<PersonMention> Credited { get; init; }

    /// <summary>Short forms of the names.</summary>
    public required NameReferences References { get; init; }

    /// <summary>The first person of a story that is about nobody for sure; null for news and documents.</summary>
    public string? FirstPerson =>
        Article.IsNotice
        || Protagonist is not null
        || News().IsMatch(Text[Math.Min(Article.BodyStart, Text.Length)..Math.Min(Text.Length, Article.BodyStart + 30)])
            ? null
            : People
                .FirstOrDefault(person =>
                    person.Start >= Article.BodyStart && !Article.Authors.Contains(person.Name, StringComparer.Ordinal)
                )
                ?.Name;

    /// <summary>Names of all people in it.</summary>
    public HashSet<string> Names => People.Select(person => person.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>The year of a summary of honours (某公司2024年度部分荣誉), which holds for all in it; null for other texts.</summary>
    public int? SummaryYear { get; } =
        Summary().IsMatch(FoldedText.Of(Article.Title ?? "")) ? YearReader.First(FoldedText.Of(Article.Title ?? "")) : null;

    /// <summary>Awards inside a range.</summary>
    public ImmutableArray<AwardMention> AwardsIn(int start, int end) => TextRanges.Within(Awards, start, end);

    /// <summary>People inside a range.</summary>
    public ImmutableArray<PersonMention> PeopleIn(int start, int end) => TextRanges.Within(People, start, end);

    /// <summary>The first person inside a range; null where nobody is.</summary>
    public PersonMention? FirstPersonIn(int start, int end)
    {
        var first = TextRanges.FirstWhere(People, person => person.Start >= start);
        return first < People.Length && People[first].End <= end ? People[first] : null;
    }

    /// <summary>How many people stand inside a range.</summary>
    public int CountPeopleIn(int start, int end) =>
        Math.Max(
            0,
            TextRanges.FirstWhere(People, person => person.End > end) - TextRanges.FirstWhere(People, person => person.Start >= start)
        );

    /// <summary>The sentence that holds a range; null where none does.</summary>
    public Sentence? SentenceHolding(int start, int end)
    {
        var behind = TextRanges.FirstWhere(Sentences, sentence => sentence.Start > start);
        return behind > 0 && end <= Sentences[behind - 1].End ? Sentences[behind - 1] : null;
    }

    /// <summary>Units that begin in a range.</summary>
    public ImmutableArray<UnitMention> UnitsStartingIn(int start, int end) => TextRanges.StartingIn(Units, start, end);

    /// <summary>The enterprise named last before a place; else the one the article is about.</summary>
    public UnitEntry? EnterpriseBefore(int position) =>
        TextRanges.FirstWhere(Enterprises, unit => unit.Start >= position) is > 0 and var behind ? Enterprises[behind - 1].Entry : Issuer;

    /// <summary>The 2024年度 of the announcement before a place; null where none is near.</summary>
    public int? TermBefore(int position) =>
        Term().Matches(Text[Math.Max(0, position - 200)..position]).LastOrDefault() is { } term ? YearReader.First(term.Value) : null;

    /// <summary>The unit that issues a document: named in its head, its first lines or its signature; null where none is.</summary>
    public UnitEntry? HeadIssuer
    {
        get
        {
            var first = Text.IndexOf('\n', StringComparison.Ordinal);
            var secondLineEnd = first < 0 ? -1 : Text.IndexOf('\n', first + 1);
            var headEnd = secondLineEnd < 0 ? Text.Length : secondLineEnd;
            var last = Text.LastIndexOf('\n');
            var signatureStart = last <= 0 ? 0 : Text.LastIndexOf('\n', last - 1) + 1;
            return Units
                .FirstOrDefault(unit => unit.Start < Article.BodyStart || unit.Start <= headEnd || IsSignature(unit, signatureStart))
                ?.Entry;
        }
    }

    /// <summary>The enterprises named, other than as the owner of an award.</summary>
    private ImmutableArray<UnitMention> Enterprises { get; } = [.. Units.Where(unit => IsEnterprise(unit.Entry)).Where(NotInAny(Awards))];

    private static Func<UnitMention, bool> NotInAny(ImmutableArray<AwardMention> awards)
    {
        // The leftmost start of the awards that end here or behind: awards stand in the order of their end.
        var leftmost = new int[awards.Length + 1];
        leftmost[^1] = int.MaxValue;
        for (var i = awards.Length - 1; i >= 0; i--)
        {
            leftmost[i] = Math.Min(awards[i].Start, leftmost[i + 1]);
        }

        return unit => leftmost[TextRanges.FirstWhere(awards, award => award.End >= unit.AliasEnd)] > unit.Start;
    }

    /// <summary>A unit that stands alone in one of the last lines.</summary>
    private bool IsSignature(UnitMention unit, int signatureStart) =>
        unit.End >= signatureStart
        && (unit.Start == 0 || Text[unit.Start - 1] == '\n')
        && (unit.End == Text.Length || Text[unit.End] == '\n')
        && unit.End == unit.AliasEnd;

    /// <summary>The unit that decides or announces: 某公司党委作出决定，授予…; in the sentence, else in the sentences before.</summary>
    public UnitEntry? AnnouncerBefore(Sentence sentence, int position) =>
        UnitsStartingIn(Math.Max(sentence.Start - 160, position - AnnouncerReach), position)
            .Where(unit => Announcing().IsMatch(Text[unit.AliasEnd..Math.Min(Text.Length, unit.AliasEnd + 10)]))
            .Select(unit => unit.Entry)
            .LastOrDefault();

    /// <summary>Whether a unit is below group and segments.</summary>
    public static bool IsEnterprise(UnitEntry unit) => unit.Tier is not (UnitTier.Group or UnitTier.Segment);

    /// <summary>The paper's own unit; else the first enterprise in the head, else the one named most, else the group or segment named first.</summary>
    private static UnitEntry? FindIssuer(ImmutableArray<UnitMention> units, UnitEntry? publisher, int bodyStart) =>
        publisher
        ?? units.FirstOrDefault(unit => unit.Start < bodyStart && IsEnterprise(unit.Entry))?.Entry
        ?? units.FirstOrDefault(unit => unit.Start < bodyStart)?.Entry
        ?? units
            .Where(unit => IsEnterprise(unit.Entry))
            .GroupBy(unit => unit.Entry.Code, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.First().Start)
            .FirstOrDefault()
            ?.First()
            .Entry
        ?? units.FirstOrDefault()?.Entry;

    private static string? FindProtagonist(SegmentedArticle article, string text, ImmutableArray<PersonMention> people)
    {
        var authors = article.Authors.Select(FoldedText.Of).ToHashSet(StringComparer.Ordinal);
        var candidates = people.Where(person => !authors.Contains(person.Name) && !Vocabulary.RoleModels.Contains(person.Name)).ToList();
        var title = article.Title is null ? "" : FoldedText.Of(article.Title);
        if (article.IsNotice || candidates.Count == 0)
        {
            return null;
        }

        var counted = candidates
            .GroupBy(person => person.Name, StringComparer.Ordinal)
            .Select(group =>
                (
                    Name: group.Key,
                    // Short forms may be told of anybody's apprentice; what counts is the name itself.
                    Count: group.Count(person => person.End - person.Start >= person.Name.Length)
                        - (IsIntroducedByAnother(text, group.First()) ? 1 : 0),
                    First: group.Min(person => person.Start),
                    Known: group.Any(person => person.Evidence == NameEvidence.Known),
                    InTitle: title.Contains(group.Key, StringComparison.Ordinal)
                )
            )
            .OrderByDescending(person => person.InTitle)
            .ThenByDescending(person => person.Count)
            .ThenBy(person => person.First)
            .ToList();
        var first = counted.Min(person => person.First);
        var best = counted
            .OrderByDescending(person => person.InTitle)
            .ThenByDescending(person => person.Count * 2 + (person.First == first ? 1 : 0) + (person.Known ? 1 : 0))
            .First();
        var second = counted.Where(person => person != best).Select(person => person.Count).DefaultIfEmpty(0).Max();
        var speech = Meeting().IsMatch(text[..Math.Min(text.Length, article.BodyStart + 160)]);
        return !speech && (best.InTitle || (best.Count >= 2 && best.Count >= second)) ? best.Name
            : !speech && counted.Count == 1 ? best.Name
            : null;
    }

    [GeneratedRegex(
        "^(?:党委|党组|团委|工会|公司|集团|董事会)*(?:公布|发布|召开|作出|决定|表彰|印发|授予|追授|命名|通报|举行|对)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Announcing();

    [GeneratedRegex("^\\s*[▲■]|本报讯|本刊讯|讯[（ ]|消息|图为")]
    private static partial Regex News();

    /// <summary>徒弟某人, 妻子某人: somebody else is spoken of.</summary>
    private static bool IsIntroducedByAnother(string text, PersonMention person) =>
        Vocabulary.Apprentices.LengthEndingAt(text, person.Start) > 0 || Vocabulary.Relations.LengthEndingAt(text, person.Start) > 0;

    [GeneratedRegex("(?:记者|通讯员|摄影|摄影报道|供图|撰文|图/|文/|文、图/|编辑|责编|校对|作者)[：: ]{0,2}$")]
    private static partial Regex BeforeCredit();

    [GeneratedRegex("^[ ）]{0,2}(?:摄影|摄(?![^）。]{2})|供图|供稿|撰文|图/文|文/图)")]
    private static partial Regex BehindCredit();

    [GeneratedRegex("(?:19|20)[0-9]{2}\\s?年度")]
    private static partial Regex Term();

    [GeneratedRegex("荣誉|获奖|光荣榜|表彰(?!大会)|名单|通报|决定")]
    private static partial Regex Summary();

    [GeneratedRegex("会议强调|会议要求|会议指出|主持会议|出席会议|召开.{0,20}会")]
    private static partial Regex Meeting();
}
