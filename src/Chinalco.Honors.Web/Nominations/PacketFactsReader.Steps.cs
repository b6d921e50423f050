using System.Collections.Immutable;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Packets.Facts;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Resources;
using Microsoft.EntityFrameworkCore;
using PacketFact = Chinalco.Honors.Packets.Facts.PacketFact;

namespace Chinalco.Honors.Web.Nominations;

/// <content>What was entered for the nomination on its way.</content>
internal sealed partial class PacketFactsReader
{
    private async Task<ILookup<Guid, PacketDeclared>> DeclaredAsync() =>
        (
            await db
                .NominationFacts.AsNoTracking()
                .Where(f => EF.Parameter(Ids).Contains(f.NominationId))
                .OrderBy(f => f.Key)
                .ToListAsync(gone)
        ).ToLookup(
            f => f.NominationId,
            f =>
            {
                var ranOut = RanOut(f.ValidUntil, f.NominationId);
                return new PacketDeclared(
                    new PacketFact(
                        FactKind.Declared,
                        f.Id,
                        $"{f.Key}：{f.Value}{ranOut}",
                        string.Join('\n', f.Key, f.Value, f.Evidence, f.ValidUntil) + ranOut,
                        [new Proof(f.Evidence)]
                    ),
                    f.Key,
                    f.Value,
                    f.Evidence
                );
            }
        );

    /// <summary>What runs out says so from then on: its state is another one, and a packet made before is told. Null while it holds.</summary>
    private string? RanOut(DateOnly? last, Guid nomination) =>
        last is { } day && day < TodayOf(nomination) ? PacketTexts.RanOut.With(Day(day)) : null;

    private async Task<ILookup<Guid, PacketVote>> VotesAsync() =>
        (
            await db
                .AssemblyVotes.AsNoTracking()
                .Where(v => EF.Parameter(Ids).Contains(v.NominationId))
                .OrderBy(v => v.Date)
                .ThenBy(v => v.Id)
                .ToListAsync(gone)
        ).ToLookup(
            v => v.NominationId,
            v =>
            {
                var text = PacketTexts.VoteSentence.With(Day(v.Date), v.Body, v.Expected, v.Present, v.InFavour);
                return new PacketVote(
                    new PacketFact(FactKind.Vote, v.Id, text, text, [new Proof(PacketTexts.MinutesOf.With(v.Body, Day(v.Date)))]),
                    v.Body,
                    v.Date,
                    v.Expected,
                    v.Present,
                    v.InFavour,
                    Scan(PacketTexts.MinutesOf.With(v.Body, Day(v.Date)), v.Minutes)
                );
            }
        );

    private async Task<ILookup<Guid, PacketPublicity>> PublicityAsync()
    {
        var stages = await db
            .Publicities.AsNoTracking()
            .Where(p => EF.Parameter(Ids).Contains(p.NominationId) && p.TakenDownAt == null)
            .OrderBy(p => p.From)
            .ThenBy(p => p.Id)
            .ToListAsync(gone);
        var ids = stages.Select(s => s.Id).ToList();
        var objections = (
            await db
                .Objections.AsNoTracking()
                .Where(o => EF.Parameter(ids).Contains(o.PublicityId))
                .OrderBy(o => o.ReceivedOn)
                .ThenBy(o => o.Id)
                .ToListAsync(gone)
        ).ToLookup(o => o.PublicityId);
        return stages.ToLookup(p => p.NominationId, Stage);

        PacketPublicity Stage(Domain.Nominations.Publicity p)
        {
            var days = p.InWorkingDays ? PacketTexts.WorkingDays.With(p.Days) : PacketTexts.Days.With(p.Days);
            var received = objections[p.Id].Select(o => new PacketObjection(o.ReceivedOn, o.Text, o.Answer, o.Upheld)).ToImmutableArray();
            var isOver = p.IsOverOn(TodayOf(p.NominationId));
            var result =
                !isOver ? PacketTexts.StillShown
                : received.IsEmpty ? PacketTexts.NoObjection
                : PacketTexts.ObjectionCount.With(received.Length);
            return new PacketPublicity(
                new PacketFact(
                    FactKind.Publicity,
                    p.Id,
                    PacketTexts.PublicitySentence.With(Day(p.From), Day(p.Until), p.Place, p.StageName, days, result),
                    string.Join(
                        '\n',
                        p.StageName,
                        p.From,
                        p.Until,
                        days,
                        p.Place,
                        string.Join('|', received.Select(o => $"{o.Text}{o.Answer}{o.Upheld}"))
                    ),
                    [new Proof(PacketTexts.PublicityProof.With(p.StageName))]
                ),
                p.StageName,
                p.From,
                p.Until,
                p.Days,
                p.InWorkingDays,
                p.Place,
                isOver,
                received
            );
        }
    }

    private async Task<ILookup<Guid, PacketOpinion>> OpinionsAsync() =>
        (
            await db
                .Consultations.AsNoTracking()
                .Where(c => EF.Parameter(Ids).Contains(c.NominationId))
                .OrderBy(c => c.AskedOn)
                .ThenBy(c => c.Id)
                .ToListAsync(gone)
        ).ToLookup(
            c => c.NominationId,
            c =>
            {
                var ranOut = RanOut(c.ValidUntil, c.NominationId);
                return new PacketOpinion(
                    new PacketFact(
                        FactKind.Opinion,
                        c.Id,
                        c.Opinion is { } opinion ? $"{c.Body}：{opinion}{ranOut}" : PacketTexts.Unanswered.With(c.Body),
                        string.Join('\n', c.Body, c.AskedOn, c.AnsweredOn, c.Opinion, c.Agrees, c.ValidUntil) + ranOut,
                        [new Proof(PacketTexts.AnswerOf.With(c.Body))]
                    ),
                    c.Body,
                    c.AskedOn,
                    c.AnsweredOn,
                    c.Opinion,
                    c.Agrees,
                    c.ValidUntil,
                    Scan(PacketTexts.AnswerOf.With(c.Body), c.File)
                );
            }
        );

    private static PacketScan? Scan(string title, ScanFacts? file) =>
        file is null ? null : new PacketScan(title, file.Sha256, EndingOf(file.MediaType));
}
