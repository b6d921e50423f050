namespace Chinalco.Honors.Data.Search;

/// <summary>What a search can find.</summary>
public enum SearchKind : byte
{
    Person = 1,
    Unit = 2,
    Award = 3,
    Conferral = 4,
    Document = 5,
    Article = 6,
}

/// <summary>What a term is of its entity. A smaller number is a better match.</summary>
public enum TermKind : byte
{
    /// <summary>The whole name or title.</summary>
    Name = 1,

    /// <summary>The name from a later character on: whatever stands in the name begins one of them.</summary>
    NamePart = 2,

    /// <summary>Another name of today.</summary>
    Alias = 3,
    AliasPart = 4,

    /// <summary>A name of the past.</summary>
    Former = 5,
    FormerPart = 6,

    /// <summary>The employee number, or a document's number.</summary>
    Number = 7,

    /// <summary>A document's number from a later character on.</summary>
    NumberPart = 8,

    /// <summary>The award's name as printed, where the catalogue's does not hold it.</summary>
    Printed = 9,
    PrintedPart = 10,

    /// <summary>A team's or unit's name as printed in a conferral.</summary>
    Recipient = 11,
    RecipientPart = 12,

    /// <summary>The name's reading.</summary>
    Pinyin = 13,

    /// <summary>The reading from a later syllable on.</summary>
    PinyinPart = 14,

    /// <summary>The first letters of the reading's syllables.</summary>
    Initials = 15,
}

/// <summary>Something that an entity is found by. Derived from the entity, written in its transaction, rebuildable.</summary>
/// <param name="Term">Folded; see <see cref="Text.SearchFold"/>.</param>
public sealed record SearchTerm(SearchKind Of, string Term, TermKind Kind, Guid EntityId)
{
    /// <summary>Most UTF-16 units of a term; what is longer is cut.</summary>
    public const int Longest = 100;
}

/// <summary>Two neighbouring characters of an article's title or text. Derived from the article, written in its transaction, rebuildable.</summary>
/// <param name="Gram">The first UTF-16 unit in the upper half, the second in the lower; zero where the text ends.</param>
public sealed record ArticleGram(int Gram, Guid ArticleId);

/// <summary>By which rules something derived was derived last.</summary>
public sealed class Derivation(string name, int rules)
{
    /// <summary>What was derived.</summary>
    public string Name { get; private set; } = name;

    /// <summary>The number of the rules; other rules make what is stored stale.</summary>
    public int Rules { get; private set; } = rules;

    /// <summary>Notes that everything was derived by these rules.</summary>
    public void RenewedBy(int newRules) => Rules = newRules;
}
