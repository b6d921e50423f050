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
    private async Task<ILookup<Guid, PacketHonour>> HonoursAsync(IQueryable<Recipient> recipients, List<Owner> owners)
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
        var candidates = owners.ToDictionary(o => o.RecipientId, o => o.Candidate);
        return lines
            .OrderBy(h => h.Year ?? int.MaxValue)
            .ThenBy(h => h.Level)
            .ThenBy(h => h.ConferralId)
            .DistinctBy(h => (h.ConferralId, candidates[h.RecipientId]))
            .ToLookup(h => candidates[h.RecipientId], Honour);

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
    private async Task<ILookup<Guid, PacketFact>> SentencesAsync(List<Guid> candidates, List<Owner> owners)
    {
        var mentions = ofPeople
            ? await db
                .Mentions.AsNoTracking()
                .Where(m => m.HonoreeId != null && EF.Parameter(candidates).Contains(m.HonoreeId.Value))
                .Select(m => new Naming(m.HonoreeId!.Value, m.ArticleId))
                .ToListAsync(gone)
            : await db
                .Mentions.AsNoTracking()
                .Where(m => m.UnitId != null && EF.Parameter(candidates).Contains(m.UnitId.Value))
                .Select(m => new Naming(m.UnitId!.Value, m.ArticleId))
                .ToListAsync(gone);
        var articles = await ArticlesAsync(mentions);
        var spans = await SpansAsync([.. articles.Select(a => a.Head.Id)]);
        var conferrals = owners.Select(o => o.ConferralId).Distinct().ToList();
        var proofs = (
            await db
                .Evidence.AsNoTracking()
                .Where(e => e.ArticleId != null && EF.Parameter(conferrals).Contains(e.ConferralId))
                .Select(e => new
                {
                    e.ConferralId,
                    e.ArticleId,
                    e.Start,
                    e.End,
                })
                .ToListAsync(gone)
        ).ToLookup(e => e.ConferralId);
        var received = owners.ToLookup(o => o.Candidate, o => o.ConferralId);
        return mentions.GroupBy(m => m.Candidate).SelectMany(Told).ToLookup(told => told.Candidate, told => told.Fact);

        IEnumerable<(Guid Candidate, PacketFact Fact)> Told(IGrouping<Guid, Naming> of)
        {
            var named = of.Select(m => m.ArticleId).ToHashSet();
            var proving = received[of.Key]
                .Distinct()
                .SelectMany(c => proofs[c])
                .ToLookup(e => e.ArticleId!.Value, e => (Start: e.Start ?? 0, End: e.End ?? 0));
            return articles
                .Where(a => named.Contains(a.Head.Id))
                .Take(MostArticles)
                .SelectMany(a =>
                    AboutCandidate
                        .In(
                            a.Text,
                            [
                                .. spans[a.Head.Id]
                                    .Where(m => m.Kind != MentionKind.Award)
                                    .Select(m => new NamedSpan(m.Start, m.End, m.Names == of.Key, m.Kind == MentionKind.Person)),
                            ]
                        )
                        .Where(s =>
                            !spans[a.Head.Id].Any(m => m.Kind == MentionKind.Award && m.Start >= s.Start && m.Start < s.End)
                            && !proving[a.Head.Id].Any(p => p.Start < s.End && p.End > s.Start)
                        )
                        .Select(s =>
                        {
                            var text = a.Text[s.Start..s.End];
                            var cited = new EvidenceLine(
                                a.Head.Id,
                                a.Head.Title,
                                s.Start,
                                s.End,
                                text,
                                new Citation(a.Head.Newspaper, a.Head.Number, a.Head.Date, a.Head.Page),
                                a.Head.Provenance,
                                SourceNote: null,
                                Document: null,
                                AssertedBy: "",
                                EnteredBy: "",
                                default
                            );
                            return (
                                of.Key,
                                new PacketFact(
                                    FactKind.Sentence,
                                    DerivedId.From(a.Head.Id, $"{s.Start}-{s.End}"),
                                    text,
                                    text,
                                    [Printed(cited)]
                                )
                            );
                        })
                );
        }
    }

    /// <summary>Everything that the articles name: a sentence about somebody else may name the candidate too.</summary>
    private async Task<ILookup<Guid, Span>> SpansAsync(List<Guid> articles) =>
        (
            await db
                .Mentions.AsNoTracking()
                .Where(m => EF.Parameter(articles).Contains(m.ArticleId))
                .Select(m => new Span(m.ArticleId, m.Kind, m.Start, m.End, ofPeople ? m.HonoreeId : m.UnitId))
                .ToListAsync(gone)
        ).ToLookup(m => m.ArticleId);

    /// <summary>Of each candidate the first articles, in the order they were printed; a unit is named in more than anybody wants to read.</summary>
    private async Task<List<(ArticleHead Head, string Text)>> ArticlesAsync(List<Naming> mentions)
    {
        var named = mentions.Select(m => m.ArticleId).Distinct().ToList();
        var heads = await (
            from a in db.Articles.AsNoTracking()
            where EF.Parameter(named).Contains(a.Id) && a.ReprintOfId == null && !a.IsNotice
            join i in db.Issues on a.IssueId equals i.Id into issues
            from i in issues.DefaultIfEmpty()
            orderby a.Date, a.Page, a.Id
            select new ArticleHead(
                a.Id,
                a.Title,
                a.Page,
                a.Provenance,
                i == null ? null : i.Newspaper,
                i == null ? null : (int?)i.Number,
                i == null || i.Date == null ? a.Date : i.Date
            )
        ).ToListAsync(gone);
        var naming = mentions.ToLookup(m => m.Candidate, m => m.ArticleId);
        var read = naming
            .SelectMany(of =>
            {
                var own = of.ToHashSet();
                return heads.Where(h => own.Contains(h.Id)).Take(MostArticles).Select(h => h.Id);
            })
            .Distinct()
            .ToList();
        var texts = await db
            .Articles.AsNoTracking()
            .Where(a => EF.Parameter(read).Contains(a.Id))
            .Select(a => new { a.Id, a.Text })
            .ToDictionaryAsync(a => a.Id, a => a.Text, gone);
        return [.. heads.Where(h => texts.ContainsKey(h.Id)).Select(h => (h, texts[h.Id]))];
    }

    /// <summary>The candidate's honours that do not stand any more, whoever may see them: a packet that names one is told.</summary>
    private async Task<ILookup<Guid, EndedFact>> EndedAsync(IQueryable<Recipient> recipients, List<Owner> owners)
    {
        var ended = await db
            .Conferrals.AsNoTracking()
            .Where(c => c.Status != ConferralStatus.Confirmed && recipients.Any(r => r.ConferralId == c.Id))
            .Select(c => new
            {
                c.Id,
                c.Status,
                c.StatusReason,
            })
            .ToDictionaryAsync(c => c.Id, gone);
        return owners
            .Where(o => ended.ContainsKey(o.ConferralId))
            .ToLookup(
                o => o.Candidate,
                o => new EndedFact(FactKind.Honour, o.ConferralId, EndOf(ended[o.ConferralId].Status), ended[o.ConferralId].StatusReason)
            );
    }

    private static FactEnd EndOf(ConferralStatus status) =>
        status switch
        {
            ConferralStatus.Revoked => FactEnd.Revoked,
            ConferralStatus.Deprecated => FactEnd.Wrong,
            ConferralStatus.Expired => FactEnd.Expired,
            _ => throw new InvalidOperationException($"{status} is no end."),
        };

    private static string EndingOf(string mediaType) => Path.GetExtension(ScanFiles.NameOf("x", mediaType));

    /// <summary>A mention of a candidate.</summary>
    private sealed record Naming(Guid Candidate, Guid ArticleId);

    /// <summary>A mention of anything, by its place in the article.</summary>
    /// <param name="Names">The person, or the unit, whichever candidates are; null for others.</param>
    private sealed record Span(Guid ArticleId, MentionKind Kind, int Start, int End, Guid? Names);

    /// <summary>An article without its text.</summary>
    private sealed record ArticleHead(
        Guid Id,
        string? Title,
        int? Page,
        Provenance Provenance,
        string? Newspaper,
        int? Number,
        DateOnly? Date
    );
}
