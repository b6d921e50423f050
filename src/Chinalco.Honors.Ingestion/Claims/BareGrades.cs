using System.Text.RegularExpressions;
using Chinalco.Honors.Ingestion.Detection;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>A bare 二等奖 is that of the prize named before it: 获某省科技进步奖一等奖，…获二等奖.</summary>
internal static partial class BareGrades
{
    /// <summary>The award with the prize it is a grade of; the award itself where it is no bare grade or no prize stands before it.</summary>
    /// <param name="scan">The article.</param>
    /// <param name="award">The award.</param>
    /// <param name="from">How far back the prize may stand.</param>
    public static AwardMention Whole(ArticleScan scan, AwardMention award, int from)
    {
        if (award.Start < from || award.Owner is not null || award.Entry is not null || !Bare().IsMatch(award.Core))
        {
            return award;
        }

        var prize = scan.AwardsIn(from, award.Start).LastOrDefault(other => Grade().IsMatch(other.Core) && !Bare().IsMatch(other.Core));
        return prize is null
            ? award
            : prize with
            {
                Start = award.Start,
                End = award.End,
                Printed = Grade().Replace(prize.Printed, award.Core),
                Core = Grade().Replace(prize.Core, award.Core),
                Year = award.Year,
                Entry = prize.Entry is { IsGeneric: true } ? prize.Entry : null,
            };
    }

    [GeneratedRegex("^[特一二三四]等奖$|^[金银铜]奖$")]
    private static partial Regex Bare();

    [GeneratedRegex("[特一二三四]等奖$|[金银铜]奖$")]
    private static partial Regex Grade();
}
