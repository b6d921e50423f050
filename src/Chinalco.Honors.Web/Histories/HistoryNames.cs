using System.Globalization;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Histories;

/// <summary>The names of what records name, as the viewer may see them: one query for each kind, whatever the number of records.</summary>
internal sealed class HistoryNames
{
    private readonly Dictionary<(string Kind, Guid Id), string> names = [];
    private readonly Dictionary<string, (Guid Id, string Name)> unitsByCode = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, Place> articles = [];
    private readonly Dictionary<Guid, Guid> jobs = [];
    private readonly HashSet<string> hiddenActors = new(StringComparer.OrdinalIgnoreCase);
    private bool mayOpenJobs;
    private readonly List<(string File, string ActorId, Guid Id, DateTimeOffset From, DateTimeOffset? To)> rosters = [];

    /// <remarks>Not a positional record: what its constructor takes cannot be asked for in SQL.</remarks>
    private sealed class Row
    {
        public Guid Id { get; init; }

        public required string Name { get; init; }
    }

    private sealed record Place(string Title, string AssertedBy, Guid SourceFileId);

    public bool Sees(Guid person) => names.ContainsKey((AuditKinds.Honoree, person));

    /// <summary>Who entered it, unless the viewer may not know that the person is there.</summary>
    public string By(AuditRecord record) => hiddenActors.Contains(record.ActorId) ? HistoryTexts.SomeClerk : record.ActorName;

    public HistoryLink? Link(ToldValue? value) =>
        value switch
        {
            null => null,
            { Text: { } text } => new HistoryLink(text),
            { Code: { } code } => unitsByCode.TryGetValue(code, out var unit)
                ? new HistoryLink(unit.Name, Address.Unit(unit.Id))
                : new HistoryLink(code),
            { Kind: { } kind, Id: { } id } => names.TryGetValue((kind, id), out var name)
                ? new HistoryLink(name, Address.OfSubject(kind, id))
                : new HistoryLink(HistoryTexts.NotShown),
            _ => null,
        };

    /// <summary>Where the proof stands; null when what it names is gone.</summary>
    public HistoryProof? Proof(ToldProof told)
    {
        if (told.ArticleId is { } article && articles.TryGetValue(article, out var place))
        {
            var href = told is { Start: { } start, End: { } end } ? Address.Passage(article, start, end) : Address.Article(article);
            return new HistoryProof(told.AssertedBy ?? place.AssertedBy, told.Quote, new HistoryLink(place.Title, href));
        }

        return told.DocumentId is { } document && names.TryGetValue((AuditKinds.Document, document), out var title)
            ? new HistoryProof(told.AssertedBy ?? title, told.Quote, new HistoryLink(title, Address.Document(document)))
            : null;
    }

    /// <summary>The text that an article came with.</summary>
    public HistoryLink? SourceOf(Guid? article) =>
        article is { } id && articles.TryGetValue(id, out var place) && jobs.TryGetValue(place.SourceFileId, out var job)
            ? new HistoryLink(HistoryTexts.FromIngestion, mayOpenJobs ? $"/ingestions/{job}" : null)
            : null;

    /// <summary>The roster that a record came from: who handed a file of that name in, before it was written.</summary>
    public HistoryLink? Roster(AuditRecord record, ToldAct act)
    {
        if (act.RosterFile is not { } file)
        {
            return null;
        }

        var text = act.Line is { } line
            ? HistoryTexts.RosterLine.With(file, line.ToString(CultureInfo.InvariantCulture))
            : HistoryTexts.Roster.With(file);
        var run = rosters.FindLast(r => r.File == file && r.ActorId == record.ActorId && r.From <= record.At && !(r.To < record.At));
        return new HistoryLink(text, run.Id == Guid.Empty ? null : Address.Import(run.Id));
    }

    /// <param name="db">Sees what the viewer sees.</param>
    /// <param name="all">Sees everything: articles, jobs, accounts.</param>
    public static async Task<HistoryNames> LoadAsync(
        HonorsContext db,
        HonorsContext all,
        SignedInUser user,
        HistoryMaterial material,
        IReadOnlyCollection<ToldAct> acts,
        CancellationToken cancellationToken
    )
    {
        var loaded = new HistoryNames { mayOpenJobs = user.May(Right.Ingest) };
        var values = acts.SelectMany(a => a.Fields).SelectMany(f => new[] { f.Value, f.Before }).OfType<ToldValue>().ToList();
        var proofs = acts.SelectMany(a => a.Proofs).ToList();
        var evidence = material.Conferrals.Values.SelectMany(c => c.Evidence).ToList();
        var ids = values.Where(v => v is { Kind: not null, Id: not null }).ToLookup(v => v.Kind!, v => v.Id!.Value, StringComparer.Ordinal);
        var documents = ids[AuditKinds.Document]
            .Concat(proofs.Select(p => p.DocumentId).Concat(evidence.Select(e => e.DocumentId)).OfType<Guid>());
        var people = ids[AuditKinds.Honoree]
            .Concat(acts.SelectMany(a => a.People))
            .Concat(acts.SelectMany(a => a.Fields).Where(f => f.Guard == FieldGuard.Person).Select(f => f.Whom).OfType<Guid>())
            .Concat(material.Conferrals.Values.SelectMany(c => c.Recipients).Select(r => r.HonoreeId).OfType<Guid>())
            .Concat(material.Findings.Values.Select(f => f.HonoreeId).OfType<Guid>());
        var awards = ids[AuditKinds.Award].Concat(material.Conferrals.Values.Select(c => c.AwardId));
        var places = proofs
            .Select(p => p.ArticleId)
            .Concat(evidence.Select(e => e.ArticleId))
            .OfType<Guid>()
            .Concat(material.Findings.Values.Select(f => f.ArticleId));
        await loaded.NameAsync(
            AuditKinds.Document,
            db.Documents.Select(d => new Row { Id = d.Id, Name = d.Number ?? d.Title }),
            documents,
            cancellationToken
        );
        await loaded.NameAsync(
            AuditKinds.Honoree,
            db.Honorees.Select(h => new Row { Id = h.Id, Name = h.Name }),
            people,
            cancellationToken
        );
        await loaded.NameAsync(AuditKinds.Award, db.Awards.Select(a => new Row { Id = a.Id, Name = a.Name }), awards, cancellationToken);
        await loaded.NameAsync(
            AuditKinds.Unit,
            db.Units.Select(u => new Row { Id = u.Id, Name = u.Name }),
            ids[AuditKinds.Unit],
            cancellationToken
        );
        await loaded.PlaceAsync(all, [.. places.Distinct()], cancellationToken);
        await loaded.CodesAsync(db, [.. values.Select(v => v.Code).OfType<string>().Distinct()], cancellationToken);
        await loaded.ActorsAsync(db, all, material.Records, cancellationToken);
        if (user.May(Right.ImportPeople))
        {
            await loaded.RostersAsync(all, [.. acts.Select(a => a.RosterFile).OfType<string>().Distinct()], cancellationToken);
        }

        if (user.HonoreeId is { } self)
        {
            // Whoever is hidden from everybody knows of oneself.
            await loaded.NameAsync(
                AuditKinds.Honoree,
                all.Honorees.Select(h => new Row { Id = h.Id, Name = h.Name }),
                [self],
                cancellationToken
            );
        }

        return loaded;
    }

    private async Task NameAsync(string kind, IQueryable<Row> from, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        if (wanted.Count > 0)
        {
            foreach (var named in await from.Where(n => EF.Parameter(wanted).Contains(n.Id)).ToListAsync(cancellationToken))
            {
                names[(kind, named.Id)] = named.Name;
            }
        }
    }

    private async Task PlaceAsync(HonorsContext all, List<Guid> wanted, CancellationToken cancellationToken)
    {
        if (wanted.Count == 0)
        {
            return;
        }

        var rows = await all
            .Articles.AsNoTracking()
            .Where(a => EF.Parameter(wanted).Contains(a.Id))
            .Select(a => new
            {
                a.Id,
                a.Title,
                a.SourceFileId,
                Issue = all.Issues.Where(i => i.Id == a.IssueId).Select(i => new { i.Newspaper, i.Number }).FirstOrDefault(),
                Body = all.Documents.Where(d => d.ArticleId == a.Id).Select(d => d.IssuingBody).FirstOrDefault(),
                File = all.SourceFiles.Where(f => f.Id == a.SourceFileId).Select(f => f.FileName).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            var paper = row.Issue is { } issue ? PressTexts.PaperAndNumber.With(issue.Newspaper, issue.Number) : null;
            var title = row.Title is { } named ? PressTexts.InArticle.With(named) : PressTexts.InUntitled;
            articles[row.Id] = new Place(title, row.Body ?? paper ?? row.File ?? "", row.SourceFileId);
        }

        var files = rows.Select(r => r.SourceFileId).Distinct().ToList();
        var read = await all
            .IngestionJobs.AsNoTracking()
            .Where(j => j.RoundId == null && EF.Parameter(files).Contains(j.SourceFileId))
            .Select(j => new { j.SourceFileId, j.Id })
            .ToListAsync(cancellationToken);
        foreach (var job in read)
        {
            jobs[job.SourceFileId] = job.Id;
        }
    }

    private async Task CodesAsync(HonorsContext db, List<string> codes, CancellationToken cancellationToken)
    {
        if (codes.Count > 0)
        {
            var units = db
                .Units.Where(u => u.Code != null && codes.Contains(u.Code))
                .Select(u => new
                {
                    u.Code,
                    u.Id,
                    u.Name,
                });
            foreach (var unit in await units.ToListAsync(cancellationToken))
            {
                unitsByCode[unit.Code!] = (unit.Id, unit.Name);
            }
        }
    }

    /// <summary>Accounts of people whom the viewer may not see.</summary>
    private async Task ActorsAsync(
        HonorsContext db,
        HonorsContext all,
        IEnumerable<AuditRecord> records,
        CancellationToken cancellationToken
    )
    {
        var ids = records.Select(r => Guid.TryParse(r.ActorId, out var id) ? id : (Guid?)null).OfType<Guid>().Distinct().ToList();
        if (ids.Count == 0)
        {
            return;
        }

        var people = await all
            .Accounts.Where(a => EF.Parameter(ids).Contains(a.Id) && a.HonoreeId != null)
            .Select(a => new { a.Id, Person = a.HonoreeId!.Value })
            .ToListAsync(cancellationToken);
        var wanted = people.Select(p => p.Person).ToList();
        var seen = await db.Honorees.Where(h => EF.Parameter(wanted).Contains(h.Id)).Select(h => h.Id).ToListAsync(cancellationToken);
        hiddenActors.UnionWith(people.Where(p => !seen.Contains(p.Person)).Select(p => p.Id.ToString("D")));
    }

    private async Task RostersAsync(HonorsContext all, List<string> files, CancellationToken cancellationToken)
    {
        if (files.Count > 0)
        {
            var runs = await all
                .ImportRuns.AsNoTracking()
                .Where(r => files.Contains(r.FileName))
                .OrderBy(r => r.CreatedAt)
                .Select(r => new
                {
                    r.FileName,
                    r.ActorId,
                    r.Id,
                    r.CreatedAt,
                    r.FinishedAt,
                })
                .ToListAsync(cancellationToken);
            rosters.AddRange(runs.Select(r => (r.FileName, r.ActorId, r.Id, r.CreatedAt, r.FinishedAt)));
        }
    }
}
