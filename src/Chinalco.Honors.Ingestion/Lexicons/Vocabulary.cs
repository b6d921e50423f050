using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using Chinalco.Honors.Domain.Awards;

namespace Chinalco.Honors.Ingestion.Lexicons;

/// <summary>
/// The general word lists of the language of honours, from the embedded files under <c>Lexicons/Resources</c>: surnames, posts, heads of
/// award names, verbs, places. Lines beginning with # are comments; a line <c>[name]</c> opens a section.
/// </summary>
public static class Vocabulary
{
    private static readonly ImmutableArray<string> SurnameLines = Lines("surnames.txt");

    /// <summary>Surnames of one character.</summary>
    public static CharSet SingleSurnames { get; } =
        new(SurnameLines.Where(line => !line.Contains(' ', StringComparison.Ordinal)).SelectMany(line => line));

    /// <summary>Surnames of two characters.</summary>
    public static WordSet DoubleSurnames { get; } =
        new(SurnameLines.Where(line => line.Contains(' ', StringComparison.Ordinal)).SelectMany(SplitWords));

    /// <summary>Beginnings of names written by sound.</summary>
    public static WordSet EthnicNames { get; } = Words("ethnic-names.txt");

    /// <summary>Words that begin like a surname but are no names.</summary>
    public static WordSet NotNames { get; } = Words("not-names.txt");

    /// <summary>Everyday words that begin like a surname: a name only behind a post, or where the registry knows it.</summary>
    public static FrozenSet<string> CommonWords { get; } =
        Lines("common-words.txt").SelectMany(SplitWords).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that may follow a name directly.</summary>
    public static WordSet NameRight { get; } = Words("name-right.txt");

    /// <summary>Posts and trades.</summary>
    public static WordSet Positions { get; } = Words("positions.txt");

    /// <summary>Posts whose holders lead.</summary>
    public static WordSet LeaderPosts { get; } = Words("leader-posts.txt");

    /// <summary>Posts outside the group.</summary>
    public static WordSet OfficialPosts { get; } = Words("official-posts.txt");

    /// <summary>Historical exemplars.</summary>
    public static WordSet RoleModels { get; } = Words("role-models.txt");

    /// <summary>Words of kinship and trade that stand before a name, apprentices first.</summary>
    public static WordSet Apprentices { get; } =
        new(Lines("relations.txt").Where(line => line[0] == '!').SelectMany(line => SplitWords(line[1..])));

    /// <summary>Words of kinship and trade that stand before a name, other than apprentices.</summary>
    public static WordSet Relations { get; } = new(Lines("relations.txt").Where(line => line[0] != '!').SelectMany(SplitWords));

    /// <summary>Ends of award names with the kind of recipient; null where any kind receives it.</summary>
    public static FrozenDictionary<string, AwardHead> AwardHeads { get; } = ReadAwardHeads();

    /// <summary>Words after an award word that show that the award itself is not meant.</summary>
    public static WordSet HeadFollowers { get; } = Words("head-followers.txt");

    /// <summary>Verbs whose subject receives the award.</summary>
    public static WordSet ReceiveVerbs { get; } = Words("verbs-receive.txt");

    /// <summary>Words saying that the subject is or has the award.</summary>
    public static WordSet BeVerbs { get; } = Words("verbs-be.txt");

    /// <summary>Verbs whose object receives the award.</summary>
    public static WordSet ConferVerbs { get; } = Words("verbs-confer.txt");

    /// <summary>Verbs and adverbs that are part of no award's and no unit's name.</summary>
    public static WordSet PlainVerbs { get; } = Words("verbs-plain.txt");

    /// <summary>Cues before an award that stop a grant.</summary>
    public static WordSet NegativesBefore { get; } = Words("negatives.txt", "before");

    /// <summary>Cues before an award that stop a grant where no verb of receiving stands between.</summary>
    public static WordSet NegativesWeak { get; } = Words("negatives.txt", "weak");

    /// <summary>Cues after an award that stop a grant.</summary>
    public static WordSet NegativesAfter { get; } = Words("negatives.txt", "after");

    /// <summary>Cues that void a whole sentence.</summary>
    public static WordSet NegativesAnywhere { get; } = Words("negatives.txt", "anywhere");

    /// <summary>Cues of praise and nicknames.</summary>
    public static WordSet Nicknames { get; } = Words("nicknames.txt");

    /// <summary>Ends of company names.</summary>
    public static WordSet CompanySuffixes { get; } = Words("unit-suffixes.txt", "company");

    /// <summary>Ends of names of parts of a company.</summary>
    public static WordSet PartSuffixes { get; } = Words("unit-suffixes.txt", "part");

    /// <summary>Ends of names of teams and sub-organisations.</summary>
    public static WordSet TeamSuffixes { get; } = Words("unit-suffixes.txt", "team");

    /// <summary>Ends of names of works that may take a project award.</summary>
    public static WordSet ProjectSuffixes { get; } = Words("unit-suffixes.txt", "project");

    /// <summary>Provinces with their full names and nicknames.</summary>
    public static ImmutableArray<Province> Provinces { get; } =
    [.. Lines("places.txt").Select(SplitWords).Select(words => new Province(words[0], words[1], [.. words[2..]]))];

    /// <summary>Names of prefecture-level cities without 市.</summary>
    public static WordSet Cities { get; } = Words("cities.txt");

    /// <summary>Traditional characters and their simplified forms.</summary>
    public static FrozenDictionary<char, char> Traditional { get; } =
        Lines("traditional.txt").SelectMany(SplitWords).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>Heads that alone, without owner, quotation marks or a verb of receiving, are everyday words.</summary>
    public static WordSet WeakHeads { get; } = Words("award-heads.txt", "weak");

    private static FrozenDictionary<string, AwardHead> ReadAwardHeads()
    {
        var heads = new Dictionary<string, AwardHead>(StringComparer.Ordinal);
        foreach (
            var (section, kind) in new[] { ("person", RecipientKind.Person), ("team", RecipientKind.Team), ("unit", RecipientKind.Unit) }
        )
        {
            foreach (var word in Section("award-heads.txt", section))
            {
                heads[word] = new(word, kind, IsProject: false);
            }
        }

        foreach (var word in Section("award-heads.txt", "project"))
        {
            heads[word] = new(word, Kind: null, IsProject: true);
        }

        foreach (var word in Section("award-heads.txt", "any"))
        {
            heads[word] = new(word, Kind: null, IsProject: false);
        }

        return heads.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static WordSet Words(string file, string? section = null) =>
        new(section is null ? Lines(file).SelectMany(SplitWords) : Section(file, section));

    private static IEnumerable<string> Section(string file, string section) =>
        Lines(file).SkipWhile(line => line != $"[{section}]").Skip(1).TakeWhile(line => line[0] != '[').SelectMany(SplitWords);

    private static string[] SplitWords(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static ImmutableArray<string> Lines(string file)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream("Lexicons/" + file)
            ?? throw new InvalidOperationException($"The embedded word list {file} is missing.");
        using var reader = new StreamReader(stream);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line[0] != '#'),
        ];
    }
}

/// <summary>The word an award's name ends with.</summary>
/// <param name="Word">Such as 劳动模范.</param>
/// <param name="Kind">Who receives it; null where any kind may.</param>
/// <param name="IsProject">Whether it goes to a work or result, hence never to a person alone.</param>
public sealed record AwardHead(string Word, RecipientKind? Kind, bool IsProject);

/// <summary>A province-level division: short name, full name, and nicknames such as 云岭.</summary>
public sealed record Province(string Name, string FullName, ImmutableArray<string> Nicknames);
