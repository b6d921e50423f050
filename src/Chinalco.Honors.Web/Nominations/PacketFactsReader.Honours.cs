using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Packets.Facts;
using Chinalco.Honors.Packets.Stories;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.EntityFrameworkCore;
using PacketFact = Chinalco.Honors.Packets.Facts.PacketFact;

namespace Chinalco.Honors.Web.Nominations;

/// <content>Honours and what was printed.</content>
internal sealed partial class PacketFactsReader
{
    private async Task<ImmutableArray<PacketHonour>> HonoursAsync(IQueryable<Recipient> recipients)
    {
        var lines = (await HonourLines.LoadAsync(db, recipients, gone)).Where(h => h.Status == ConferralStatus.Confirmed).ToList();
        var ids = lines.Select(h => h.ConferralId).ToList();
        var documents = lines
            .SelectMany(h => h.Evidence.Select(e => e.Document?.Id).Append(h.Document?.Id))
            .OfType<Guid>()
            .Distinct()
            .ToList();
        var heads = await db.Documents.AsNoTracking().Where(d => EF.Parameter(documents).Contains(d.Id)).ToDictionaryAsync(d => d.Id, gone);
        HashSet<Guid> open = [];
        foreach (var document in documents)
        {
            open.UnionWith((await openScans(document, gone)).Select(s => s.Id));
        }

        var scans = (
            await db
                .DocumentFiles.AsNoTracking()
                .Where(f => EF.Parameter(open).Contains(f.Id))
                .OrderBy(f => f.AddedAt)
                .ThenBy(f => f.Id)
                .ToListAsync(gone)
        ).ToLookup(f => f.DocumentId);
        var dates = await db
            .Conferrals.Where(c => EF.Parameter(ids).Contains(c.Id))
            .Select(c => new { c.Id, c.Date })
            .ToDictionaryAsync(c => c.Id, c => c.Date, gone);
        return
        [
            .. lines
                .OrderBy(h => h.Year ?? int.MaxValue)
                .ThenBy(h => h.Level)
                .ThenBy(h => h.ConferralId)
                .DistinctBy(h => h.ConferralId)
                .Select(Honour),
        ];

        PacketHonour Honour(HonourLine h)
        {
            var head = h.Document is { } document ? heads.GetValueOrDefault(document.Id) : null;
            var award = h.Edition is { } edition ? $"{h.Award.Name}（{edition}）" : h.Award.Name;
            var date = dates.GetValueOrDefault(h.ConferralId) ?? (head?.Date is { } day ? PartialDate.From(day) : null);
            return new PacketHonour(
                new PacketFact(
                    FactKind.Honour,
                    h.ConferralId,
                    h.Year is { } year
                        ? PacketTexts.HonourSentence.With($"{year}年", award, h.ConferringBody ?? h.Level.ToChinese())
                        : PacketTexts.HonourSentenceNoYear.With(award, h.ConferringBody ?? h.Level.ToChinese()),
                    string.Join(
                        '\n',
                        award,
                        h.AwardAsPrinted,
                        h.Level,
                        h.Year,
                        h.ConferringBody,
                        head?.Title,
                        head?.Number,
                        date,
                        h.RecipientAsPrinted
                    ),
                    [.. (head is null ? [] : new[] { Of(head) }).Concat(h.Evidence.Select(Proving)).Distinct()]
                ),
                h.Year,
                award,
                h.Level.ToChinese(),
                (int)h.Level,
                h.ConferringBody,
                head?.Number ?? head?.Title,
                date is { } on ? Month(on) : null,
                h.Status,
                [
                    .. h
                        .Evidence.Select(e => e.Document?.Id)
                        .Prepend(head?.Id)
                        .OfType<Guid>()
                        .Distinct()
                        .SelectMany(d => scans[d])
                        .Select(f => new PacketScan(
                            PacketTexts.ScanOf.With(heads[f.DocumentId].Number ?? heads[f.DocumentId].Title),
                            f.Sha256,
                            EndingOf(f.MediaType)
                        )),
                ]
            );
        }

        Proof Proving(EvidenceLine evidence) =>
            evidence.Document is { } proving && heads.TryGetValue(proving.Id, out var paper) ? Of(paper) : Printed(evidence);
    }

    private static Proof Of(Domain.Documents.Document document)
    {
        var facts = string.Join(
            '，',
            new[] { document.IssuingBody, document.Number, document.Date is { } day ? Day(day) : null }.OfType<string>()
        );
        return new Proof(facts.Length > 0 ? $"《{document.Title}》（{facts}）" : $"《{document.Title}》", DocumentId: document.Id);
    }

    private static Proof Printed(EvidenceLine evidence)
    {
        var sample = Wording.Sample(evidence.Provenance) is { } mark ? $"【{mark}】" : "";
        var place = evidence.Citation is { } citation ? Wording.Cite(citation) : "";
        var title = evidence.ArticleTitle is { } named ? $"《{named}》" : "";
        return new Proof($"{sample}{place}{title}", evidence.Quote, evidence.ArticleId);
    }

    /// <summary>Whole sentences about the candidate that tell of no honour: those the list of honours tells, as far as they stand.</summary>
    private async Task<ImmutableArray<PacketFact>> SentencesAsync(Guid who, IQueryable<Recipient> recipients)
    {
        var isPerson = nomination.HonoreeId is not null;
        var named = await db
            .Mentions.Where(m => isPerson ? m.HonoreeId == who : m.UnitId == who)
            .Select(m => m.ArticleId)
            .Distinct()
            .ToListAsync(gone);
        var articles = await (
            from a in db.Articles.AsNoTracking()
            where EF.Parameter(named).Contains(a.Id) && a.ReprintOfId == null && !a.IsNotice
            join i in db.Issues on a.IssueId equals i.Id into issues
            from i in issues.DefaultIfEmpty()
            orderby a.Date, a.Page, a.Id
            select new
            {
                a.Id,
                a.Text,
                a.Title,
                a.Page,
                a.Provenance,
                Newspaper = i == null ? null : i.Newspaper,
                Number = i == null ? null : (int?)i.Number,
                Date = i == null || i.Date == null ? a.Date : i.Date,
            }
        )
            .Take(MostArticles)
            .ToListAsync(gone);
        var proofs = (
            await db
                .Evidence.AsNoTracking()
                .Where(e => e.ArticleId != null && recipients.Any(r => r.ConferralId == e.ConferralId))
                .Select(e => new
                {
                    e.ArticleId,
                    e.Start,
                    e.End,
                })
                .ToListAsync(gone)
        ).ToLookup(e => e.ArticleId!.Value, e => (Start: e.Start ?? 0, End: e.End ?? 0));
        var read = articles.Select(a => a.Id).ToList();
        var mentions = (
            await db
                .Mentions.AsNoTracking()
                .Where(m => EF.Parameter(read).Contains(m.ArticleId))
                .Select(m => new
                {
                    m.ArticleId,
                    m.Kind,
                    m.Start,
                    m.End,
                    m.HonoreeId,
                    m.UnitId,
                })
                .ToListAsync(gone)
        ).ToLookup(m => m.ArticleId);
        return
        [
            .. articles.SelectMany(a =>
                AboutCandidate
                    .In(
                        a.Text,
                        [
                            .. mentions[a.Id]
                                .Where(m => m.Kind != MentionKind.Award)
                                .Select(m => new NamedSpan(
                                    m.Start,
                                    m.End,
                                    (isPerson ? m.HonoreeId : m.UnitId) == who,
                                    m.Kind == MentionKind.Person
                                )),
                        ]
                    )
                    .Where(s =>
                        !mentions[a.Id].Any(m => m.Kind == MentionKind.Award && m.Start >= s.Start && m.Start < s.End)
                        && !proofs[a.Id].Any(p => p.Start < s.End && p.End > s.Start)
                    )
                    .Select(s =>
                    {
                        var text = a.Text[s.Start..s.End];
                        var cited = new EvidenceLine(
                            a.Id,
                            a.Title,
                            s.Start,
                            s.End,
                            text,
                            new Citation(a.Newspaper, a.Number, a.Date, a.Page),
                            a.Provenance,
                            SourceNote: null,
                            Document: null,
                            AssertedBy: "",
                            EnteredBy: "",
                            default
                        );
                        return new PacketFact(FactKind.Sentence, DerivedId.From(a.Id, $"{s.Start}-{s.End}"), text, text, [Printed(cited)]);
                    })
            ),
        ];
    }

    /// <summary>The candidate's honours that do not stand any more, whoever may see them: a packet that names one is told.</summary>
    private async Task<ImmutableArray<EndedFact>> EndedAsync(IQueryable<Recipient> recipients) =>
        [
            .. (
                await db
                    .Conferrals.AsNoTracking()
                    .Where(c => c.Status != ConferralStatus.Confirmed && recipients.Any(r => r.ConferralId == c.Id))
                    .Select(c => new
                    {
                        c.Id,
                        c.Status,
                        c.StatusReason,
                    })
                    .ToListAsync(gone)
            ).Select(c => new EndedFact(
                FactKind.Honour,
                c.Id,
                c.Status switch
                {
                    ConferralStatus.Revoked => FactEnd.Revoked,
                    ConferralStatus.Deprecated => FactEnd.Wrong,
                    ConferralStatus.Expired => FactEnd.Expired,
                    _ => throw new InvalidOperationException($"{c.Status} is no end."),
                },
                c.StatusReason
            )),
        ];

    private static string EndingOf(string mediaType) => Path.GetExtension(ScanFiles.NameOf("x", mediaType));
}
