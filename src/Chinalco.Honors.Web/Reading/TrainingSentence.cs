using System.Text.RegularExpressions;

namespace Chinalco.Honors.Web.Reading;

/// <summary>Which of two people taught the other, as a sentence says it.</summary>
internal enum Training
{
    /// <summary>师傅: the person whose page it is learnt from the other.</summary>
    ByMaster = 1,

    /// <summary>徒弟: the person whose page it is taught the other.</summary>
    OfApprentice = 2,
}

/// <summary>
/// Reads 师徒 out of the words between two names that are linked to people: 甲的徒弟乙, 甲带出徒弟乙, 乙师从甲, 拜甲为师. A sentence that says it in
/// another way, or of somebody else, says nothing.
/// </summary>
internal static partial class TrainingSentence
{
    private const char First = '\u0001';
    private const char Second = '\u0002';

    /// <param name="sentence">A sentence of an article.</param>
    /// <param name="persons">Where it names the person whose page it is.</param>
    /// <param name="others">Where it names the other one.</param>
    /// <param name="isAboutPerson">The article is about the person: then 徒弟 without another name before it is the person's own.</param>
    /// <returns>Null when the sentence does not say who taught whom, or says both.</returns>
    public static Training? Read(
        string sentence,
        IReadOnlyList<(int Start, int End)> persons,
        IReadOnlyList<(int Start, int End)> others,
        bool isAboutPerson
    )
    {
        var taught = Teaches(Marked(sentence, persons, others));
        var learnt = Teaches(Marked(sentence, others, persons));
        if (!taught && !learnt && isAboutPerson && persons.Count == 0)
        {
            var marked = Marked(sentence, persons, others);
            (taught, learnt) = (OwnApprentice().IsMatch(marked), OwnMaster().IsMatch(marked));
        }

        return (taught, learnt) switch
        {
            (true, false) => Training.OfApprentice,
            (false, true) => Training.ByMaster,
            _ => null,
        };
    }

    private static bool Teaches(string marked) =>
        ApprenticeOf().IsMatch(marked) || MasterOf().IsMatch(marked) || BothNamed().IsMatch(marked) || LearnsFrom().IsMatch(marked);

    /// <summary>The sentence with one sign for each of the two people.</summary>
    private static string Marked(
        string sentence,
        IReadOnlyList<(int Start, int End)> masters,
        IReadOnlyList<(int Start, int End)> apprentices
    )
    {
        var spans = masters.Select(s => (s.Start, s.End, Sign: First)).Concat(apprentices.Select(s => (s.Start, s.End, Sign: Second)));
        foreach (var (start, end, sign) in spans.OrderByDescending(s => s.Start))
        {
            sentence = string.Concat(sentence.AsSpan(0, start), [sign], sentence.AsSpan(end));
        }

        return sentence;
    }

    private const string Apprentice = "(?:大|小|女|首个|关门|得意)?(?:徒弟|爱徒|学徒|弟子|门生|高徒|徒儿)";
    private const string Master = "(?:师傅|师父|导师)";

    [GeneratedRegex("\u0001(?:的|[^。！？；，\u0002]{0,8}[带收教][^。！？；，\u0002]{0,8})" + Apprentice + "(?:是|叫|、|：)?\u0002")]
    private static partial Regex ApprenticeOf();

    [GeneratedRegex("\u0002的" + Master + "(?:是|叫|、|：|，)?\u0001")]
    private static partial Regex MasterOf();

    [GeneratedRegex(
        Master
            + "\u0001(?:和|与|、|带|同|带着|领着)"
            + Apprentice
            + "\u0002|"
            + Apprentice
            + "\u0002(?:和|与|、|跟着|同)"
            + Master
            + "\u0001"
    )]
    private static partial Regex BothNamed();

    [GeneratedRegex(
        "\u0002(?:师从|师承)于?[^。！？；，\u0002]{0,10}\u0001|\u0002[^。！？；，\u0001]{0,8}拜[^。！？；，\u0002]{0,10}\u0001(?:同志|师傅)?为师"
    )]
    private static partial Regex LearnsFrom();

    [GeneratedRegex("(?:^|[。！？；，：、“]|[他她]的|培养的|带的|带出的)" + Apprentice + "\u0002")]
    private static partial Regex OwnApprentice();

    [GeneratedRegex("[他她]的" + Master + "\u0002|[他她]?(?:师从|师承)于?[^。！？；，]{0,10}\u0002")]
    private static partial Regex OwnMaster();
}
