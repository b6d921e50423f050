using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>Finds the team, unit or work that 该项目, 小组 or 它 means.</summary>
internal sealed partial class GroupReferences(ArticleScan scan, RecipientReader reader)
{
    // No reader looks further back for what 该项目 means.
    private const int Reach = 8000;

    private readonly TeamFinder teams = new(scan, reader);

    /// <param name="lastGroup">The team, unit or work that was named last as a recipient.</param>
    public CarriedSubject? Meant(string reference, int position, Recipient? lastGroup)
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
}
