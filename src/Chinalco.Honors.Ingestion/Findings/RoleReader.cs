using System.Text.RegularExpressions;
using Chinalco.Honors.Ingestion.Claims;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Findings;

/// <summary>Tells what part a person has in an article.</summary>
public sealed partial class RoleReader(ArticleScan scan, PersonProfiles profiles)
{
    private readonly HashSet<string> authors = scan
        .Article.Authors.Select(FoldedText.Of)
        .Concat(scan.Credited.Select(person => person.Name))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The role of a person who receives nothing, or of one who does when <paramref name="receives"/>.</summary>
    public PersonRole Of(string name, bool receives)
    {
        var profile = profiles.Of(name);
        if (Vocabulary.RoleModels.Contains(name))
        {
            return PersonRole.RoleModel;
        }

        if (receives)
        {
            return profile is { IsApprentice: true } ? PersonRole.Apprentice : PersonRole.Honoree;
        }

        if (authors.Contains(name))
        {
            return IsPhotographer(name) ? PersonRole.Photographer : PersonRole.Reporter;
        }

        return profile is { IsApprentice: true } ? PersonRole.Apprentice
            : name == scan.Protagonist ? PersonRole.Subject
            : Ends(Vocabulary.LeaderPosts, profile?.Position) && profile?.Unit is not null ? PersonRole.Leader
            : Ends(Vocabulary.OfficialPosts, profile?.Position) ? PersonRole.Official
            : Ends(Vocabulary.LeaderPosts, profile?.Position) ? PersonRole.Official
            : PersonRole.Mentioned;
    }

    private bool IsPhotographer(string name) =>
        scan
            .People.Concat(scan.Credited)
            .Any(person => person.Name == name && Camera().IsMatch(scan.Text[person.End..Math.Min(scan.Text.Length, person.End + 4)]));

    private static bool Ends(WordSet posts, string? position) =>
        position is not null && posts.LengthEndingAt(position, position.Length) > 0;

    [GeneratedRegex("^\\s?(?:摄|供图|图)")]
    private static partial Regex Camera();
}
