using System.Buffers;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>
/// People tie a paragraph to the article that introduced them: one who speaks by bare name (冯某某说 …), the subject named in a title, or a
/// familiar address (老段, 段师傅) of that subject.
/// </summary>
internal static class PersonTies
{
    private const int NameLength = 3;
    private const int CharactersRead = 2000;
    private const int LongestSubject = 4;
    private static readonly SearchValues<char> Verbs = SearchValues.Create("说表介告自深常带被获在的是把从对笑也和却还就又为比");
    private static readonly SearchValues<char> SubjectEnds = SearchValues.Create("：:，的“ ");

    /// <summary>Whether somebody ties the text to <paramref name="article"/> and not to the article being read.</summary>
    public static bool Bind(string text, ArticleDraft article, GramSet profile, ArticleDraft current, GramSet currentProfile) =>
        NamesSubject(text, Subject(article), Subject(current), currentProfile) || SpeakerIsOnlyIn(text, profile, currentProfile);

    private static bool NamesSubject(string text, string? subject, string? currentSubject, GramSet currentProfile)
    {
        if (subject is null || subject == currentSubject)
        {
            return false;
        }

        var surname = subject[0];
        return (text.Contains(subject, StringComparison.Ordinal) && !currentProfile.Contains(Key(subject)))
            || (
                surname != currentSubject?[0]
                && (text.Contains("老" + surname, StringComparison.Ordinal) || text.Contains(surname + "师傅", StringComparison.Ordinal))
            );
    }

    /// <summary>The person a title begins with (段立夏：…, 冯大年的…); null where it begins with something else.</summary>
    private static string? Subject(ArticleDraft draft)
    {
        if (draft.Title?.Text is not { } title)
        {
            return null;
        }

        var end = title.AsSpan(0, Math.Min(title.Length, LongestSubject + 1)).IndexOfAny(SubjectEnds);
        return end >= 2 && AuthorNames.Is(title[..end]) ? title[..end] : null;
    }

    private static bool SpeakerIsOnlyIn(string text, GramSet here, GramSet there)
    {
        for (var i = 0; i + NameLength < Math.Min(text.Length, CharactersRead); i++)
        {
            // A name stands at the head of a clause and a verb follows it.
            if (
                (i > 0 && Marks.IsHan(text[i - 1]))
                || !Verbs.Contains(text[i + NameLength])
                || !AuthorNames.Is(text.Substring(i, NameLength))
            )
            {
                continue;
            }

            var name = Key(text.AsSpan(i, NameLength));
            if (here.Contains(name) && !there.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    private static ulong Key(ReadOnlySpan<char> name) => TopicIndex.Gram(name[0], name[1], name.Length > 2 ? name[2] : '\0');
}
