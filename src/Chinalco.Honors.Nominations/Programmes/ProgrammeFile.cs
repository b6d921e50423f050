using System.Collections.Immutable;
using Chinalco.Honors.Nominations.Eligibility;

namespace Chinalco.Honors.Nominations.Programmes;

/// <summary>Reads a file with one year's round of a programme.</summary>
public static class ProgrammeFile
{
    private const int Whole = 100;
    private const int LongestPublicity = 60;

    /// <param name="name">Of the file, for messages.</param>
    /// <param name="awardName">The name of an award in the catalogue by its code; null where there is none.</param>
    /// <exception cref="NominationFileException">It is damaged, or says what cannot be.</exception>
    public static Programme Read(string name, string text, Func<string, string?> awardName)
    {
        ArgumentNullException.ThrowIfNull(awardName);
        var told = NominationYaml.Read<ToldProgramme>(name, text);
        var (code, title) = (Required(name, told.Code, "code"), Required(name, told.Name, "name"));
        if (told.Year is < 1949 or > 2100)
        {
            throw new NominationFileException(name, $"年度 {told.Year} 不合理，请改正 year。");
        }

        foreach (var award in told.Awards.Where(award => awardName(award) is null))
        {
            throw new NominationFileException(name, $"荣誉目录中没有编号 {award}，请改正 awards。");
        }

        var kind = KindOf(name, told.Candidates);
        var rules = new RuleBook(name, awardName, kind);
        return new Programme(
            code,
            told.Year,
            title,
            kind,
            [.. told.Awards],
            told.Cycle,
            told.Sources.ToImmutableDictionary(),
            [
                .. told.Rules.Select(
                    (rule, index) =>
                        new Clause(
                            rules.Make(rule, index),
                            SourceOf(name, told, rule.Source, $"第 {index + 1} 条规则"),
                            Required(name, rule.Clause, $"第 {index + 1} 条规则的 clause")
                        )
                ),
            ],
            [.. told.Publicity.Select(stage => StageOf(name, stage))],
            [.. told.Shares.Select(share => ShareOf(name, told, share))],
            [.. told.Consultations],
            [.. told.Papers],
            told.Note
        );
    }

    private static CandidateKinds KindOf(string file, string? text) =>
        text switch
        {
            "person" => CandidateKinds.Person,
            "unit" => CandidateKinds.Unit,
            _ => throw new NominationFileException(file, $"candidates 为“{text}”，应为 person（个人）或 unit（集体）。"),
        };

    private static string SourceOf(string file, ToldProgramme told, string? key, string where) =>
        key is not null && told.Sources.ContainsKey(key)
            ? key
            : throw new NominationFileException(file, $"{where}的依据“{key}”不在 sources 中，请写明出自哪份通知。");

    private static PublicityStage StageOf(string file, ToldStage told) =>
        (told.WorkingDays, told.Days) switch
        {
            (>= 1 and <= LongestPublicity, 0) => new PublicityStage(
                Required(file, told.Name, "公示的 name"),
                told.WorkingDays,
                InWorkingDays: true
            ),
            (0, >= 1 and <= LongestPublicity) => new PublicityStage(
                Required(file, told.Name, "公示的 name"),
                told.Days,
                InWorkingDays: false
            ),
            _ => throw new NominationFileException(
                file,
                $"公示“{told.Name}”的期限不合理：working-days（工作日）和 days（自然日）只填一个，1 到 {LongestPublicity} 之间。"
            ),
        };

    private static Share ShareOf(string file, ToldProgramme told, ToldShare share) =>
        (share.AtLeast ?? share.AtMost) is null || share.AtLeast is < 0 or > Whole || share.AtMost is < 0 or > Whole
            ? throw new NominationFileException(file, $"比例“{share.Group}”须填 at-least 或 at-most，0 到 100 之间。")
            : new Share(
                Required(file, share.Group, "比例的 group"),
                share.AtLeast,
                share.AtMost,
                SourceOf(file, told, share.Source, $"比例“{share.Group}”")
            );

    private static string Required(string file, string? text, string what) =>
        string.IsNullOrWhiteSpace(text) ? throw new NominationFileException(file, $"缺少 {what}。") : text;
}
