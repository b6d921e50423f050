using System.Buffers;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>
/// The opening of a profile in a series: name, post, honours, without a verb (李明，某厂电解车间班长，集团劳动模范。). Where a page has such
/// profiles, another such opening in the middle of an article is a profile whose headline is lost.
/// </summary>
internal static class ProfileLead
{
    private static readonly Pattern Post = new(
        @"(长|书记|经理|主任|技师|工程师|工|师|员|主管|总监|专家|委员|主席|主操|长、.{1,12})$",
        longest: 40
    );

    private static readonly SearchValues<char> Narrative = SearchValues.Create("他她我“”：");

    /// <summary>Whether the paragraph opens like a profile.</summary>
    public static bool Is(string text)
    {
        var head = text.Length <= 200 ? text : text[..200];
        var stop = head.IndexOf('。', StringComparison.Ordinal);
        var clauses = (stop < 0 ? head : head[..stop]).Split('，');
        return clauses.Length >= 3
            && clauses[0].Length is >= 2 and <= 5
            && clauses[1].Length is >= 6 and <= 40
            && !clauses[1].AsSpan().ContainsAny(Narrative)
            && Post.IsIn(clauses[1])
            && NoticeTitle.SpeaksOfHonours(
                clauses[2] + "，" + clauses[^1] + (clauses[2].Contains("优秀", StringComparison.Ordinal) ? "荣誉" : "")
            );
    }

    /// <summary>Who the profile is about, as printed.</summary>
    public static string Subject(string text) => text[..text.IndexOf('，', StringComparison.Ordinal)];
}
