using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Exports;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Rankings;

/// <summary>Who took a ranking away and when.</summary>
/// <param name="Record">What the audit trail calls it.</param>
internal sealed record RankingMark(string By, DateTimeOffset At, Guid Record);

/// <summary>A ranking as tables: the units, and what they were ranked with.</summary>
internal static class RankingSheets
{
    private static readonly AwardLevel[] Levels = Enum.GetValues<AwardLevel>();

    public static (ExportedSheet Ranking, ExportedSheet About) Of(RankingBoard board, ReadFilter read, RankingMark mark) =>
        (Ranking(board), About(board, read, mark));

    private static ExportedSheet Ranking(RankingBoard board)
    {
        var perThousand = board.Table.Filter.Measure == RankingMeasure.PerThousand;
        return new ExportedSheet(
            RankingTexts.SheetRanking,
            [
                UnitTexts.ColumnRank,
                .. board.Before is null ? Array.Empty<string>() : [RankingTexts.RankBefore],
                RankingTexts.ColumnInterval,
                UnitTexts.ColumnUnit,
                UnitTexts.Tier,
                .. perThousand ? [RankingTexts.PerThousand, RankingTexts.People, RankingTexts.PeopleYear] : Array.Empty<string>(),
                UnitTexts.ColumnScore,
                RankingTexts.Conferrals,
                .. Levels.Select(l => RankingTexts.LevelPoints.With(l.ToChinese())),
            ],
            [
                8,
                .. board.Before is null ? Array.Empty<double>() : [10],
                12,
                40,
                12,
                .. perThousand ? [14, 10, 10] : Array.Empty<double>(),
                12,
                10,
                .. Levels.Select(_ => 12d),
            ],
            [
                .. board.Shown.Select(line => Row(line, board, perThousand)),
                .. board.Table.Uncounted.Select(item => Row(new RankingLine(item, null, default, []), board, perThousand)),
            ]
        );
    }

    private static object?[] Row(RankingLine line, RankingBoard board, bool perThousand)
    {
        var item = line.Item;
        var isRanked = item.Rank > 0;
        return
        [
            isRanked ? item.Rank : RankingTexts.NotRanked,
            .. board.Before is null ? Array.Empty<object?>() : [line.RankBefore],
            isRanked ? RankingWording.Interval(line.Interval) : null,
            item.Unit.Name,
            item.Tier.ToChinese(),
            .. perThousand ? [isRanked ? item.Figure : null, item.People?.Number, item.People?.Year] : Array.Empty<object?>(),
            item.Score,
            item.ConferralCount,
            .. Levels.Select(level =>
                (object?)(item.Levels.FirstOrDefault(l => l.Level == level) is { } part ? (decimal)part.Points / RankingWeights.One : null)
            ),
        ];
    }

    private static ExportedSheet About(RankingBoard board, ReadFilter read, RankingMark mark)
    {
        var policy = board.Table.Policy;
        return new ExportedSheet(
            ExportTexts.SheetAbout,
            [ExportTexts.About, ExportTexts.Value],
            [18, 100],
            [
                [RankingTexts.Nature, RankingTexts.Internal],
                [RankingTexts.ScopeWord, RankingWording.Scope(read.Filter, read.Unit)],
                [RankingTexts.PeriodWord, RankingWording.Period(read.Filter)],
                [RankingTexts.FamilyWord, RankingWording.Family(read.Filter)],
                [RankingTexts.MeasureWord, RankingWording.Measure(read.Filter.Measure)],
                [RankingTexts.PolicyWord, RankingTexts.PolicyNamed.With(policy.Name, policy.State.ToChinese())],
                .. RankingWeightWords.Of(policy.Weights).Select(line => new object?[] { RankingTexts.WeightsWord, line }),
                [RankingTexts.ExplanationWord, policy.Explanation],
                .. policy.Note.Length > 0 ? new object?[][] { [RankingTexts.NoteWord, policy.Note] } : [],
                [RankingTexts.IntervalWord, RankingTexts.IntervalText],
                .. read.Notices.Select(notice => new object?[] { RankingTexts.NoticeWord, notice }),
                [ExportTexts.AboutBy, mark.By],
                [ExportTexts.AboutAt, Wording.Instant(mark.At)],
                [ExportTexts.AboutRecord, mark.Record.ToString()],
            ]
        );
    }
}
