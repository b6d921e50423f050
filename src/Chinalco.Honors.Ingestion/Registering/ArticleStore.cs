using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Ingestion.Documents;
using Chinalco.Honors.Ingestion.Findings;
using Chinalco.Honors.Ingestion.Reading;
using Chinalco.Honors.Ingestion.Reprints;
using Chinalco.Honors.Ingestion.Segmentation;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Registering;

/// <summary>Stores what was read from a file: the issue, its articles, the decisions among them, and the findings. One transaction, once.</summary>
public sealed class ArticleStore(CommandTransaction transaction)
{
    private static readonly Guid IssueScope = new("6c0f7a34-53d1-4a38-9a4c-5b1c5f6a9e01");

    /// <param name="provenance">What the articles are unless the file says otherwise of itself.</param>
    public async Task StoreAsync(IngestionJob job, Provenance provenance, SourceText source, IngestionResult result)
    {
        ArgumentNullException.ThrowIfNull(job);
        var outcome = await transaction.RunAsync(
            new CommandStamp(DerivedId.From(job.Id, "store"), job.Actor),
            "ingestion.store",
            async scope =>
            {
                var units = new FindingPlaces();
                var issueId = await IssueAsync(scope, result.Header);
                var articles = result
                    .Articles.Select((a, i) => ToArticle(a, i + 1, job.SourceFileId, issueId, provenance, source, result.Header))
                    .ToList();
                var findings = ToFindings(job.SourceFileId, result, articles);
                foreach (var finding in findings)
                {
                    finding.BelongsTo(await units.OfAsync(scope.Db, finding.Claim));
                }

                await RememberAsync(scope, findings);
                await ReprintFinder.MarkAsync(scope, articles, findings);
                scope.Db.Articles.AddRange(articles);
                scope.Db.Documents.AddRange(articles.Select(ToDocument).OfType<Document>());
                scope.Db.Findings.AddRange(findings);
                foreach (var article in articles)
                {
                    scope.AuditNew(new AuditSubject("article", article.Id), "article.store", new { article.Title, article.TextSha256 });
                }

                var stored = await scope.Db.IngestionJobs.FirstAsync(j => j.Id == job.Id);
                stored.Stored(articles.Count, findings.Count, findings.Count(f => f.State == FindingState.Waiting));

                // Also where no article was found: every command that was carried out has left a record.
                await scope.AuditAsync(
                    new AuditSubject(AuditKinds.Source, job.SourceFileId),
                    "ingestion.store",
                    new { Articles = articles.Count, Findings = findings.Count }
                );
                return CommandOutcome.Applied(job.Id, version: 0);
            }
        );
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException($"{outcome.Rule}: {outcome.Message}");
        }
    }

    /// <summary>What an editor has rejected is not proposed again when the same sentence comes in another file.</summary>
    private static async Task RememberAsync(CommandScope scope, List<Finding> findings)
    {
        var keys = findings.Select(f => f.MemoryKey).Distinct().ToList();
        var rejected = await scope
            .Db.Findings.AsNoTracking()
            .Where(f => f.State == FindingState.Rejected && EF.Parameter(keys).Contains(f.MemoryKey))
            .Select(f => new { f.MemoryKey, f.DecisionReason })
            .ToListAsync();
        foreach (var (finding, earlier) in findings.Join(rejected, f => f.MemoryKey, r => r.MemoryKey, (f, r) => (f, r)))
        {
            finding.Reject(CutText.To($"此前已驳回：{earlier.DecisionReason}", Finding.LongestReason), scope.Stamp.By, scope.Now);
        }
    }

    private static async Task<Guid?> IssueAsync(CommandScope scope, IssueHeader header)
    {
        if (header is not { Newspaper: { } newspaper, IssueNumber: { } number })
        {
            return null;
        }

        var name = CutText.To(newspaper.Trim('《', '》'), Issue.LongestNewspaper);
        var id = DerivedId.From(IssueScope, $"{name}|{number}");
        if (!await scope.Db.Issues.AnyAsync(i => i.Id == id))
        {
            scope.Db.Issues.Add(new Issue(id, name, number, header.Date));
        }

        return id;
    }

    private static Article ToArticle(
        SegmentedArticle article,
        int ordinal,
        Guid sourceFileId,
        Guid? issueId,
        Provenance provenance,
        SourceText source,
        IssueHeader header
    ) =>
        new(
            DerivedId.From(sourceFileId, $"article:{ordinal}"),
            sourceFileId,
            ordinal,
            CutText.To(article.Title, Article.LongestTitle),
            article.Text,
            new ArticleDetails(
                issueId,
                article.Page,
                header.Date,
                article.Subtitles,
                article.Authors,
                CutText.To(article.Series, Article.LongestSeries),
                source.IsMarkdown ? TextFormat.Markdown : TextFormat.Plain,
                ProvenanceOf(source) ?? provenance,
                CutText.To(source.FrontMatter?.Other.GetValueOrDefault("source"), Article.LongestTitle),
                [.. article.Warnings.Select(w => w.ToChinese())],
                article.IsNotice
            )
        );

    /// <summary>What a sample says of itself in its front matter.</summary>
    private static Provenance? ProvenanceOf(SourceText source) =>
        source.FrontMatter?.Other.GetValueOrDefault("sample") switch
        {
            "rewritten" => Provenance.RewrittenSample,
            "invented" => Provenance.InventedSample,
            _ => null,
        };

    private static Document? ToDocument(Article article) =>
        DocumentReader.Read(article.Title, article.Text) is { } head
            ? new Document(
                DerivedId.From(article.Id, "document"),
                head.Kind,
                CutText.To(head.Title, Document.LongestTitle),
                CutText.To(head.Number, Document.LongestNumber),
                CutText.To(head.IssuingBody, Document.LongestBody),
                head.Date ?? article.Date,
                article.Id
            )
            : null;

    private static List<Finding> ToFindings(Guid sourceFileId, IngestionResult result, List<Article> articles)
    {
        var articleIds = result.Articles.Select((a, i) => (a.Id, articles[i].Id)).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        return
        [
            .. Proposals
                .Of(result)
                .Select((p, i) => p.Finding.ToFinding(DerivedId.From(sourceFileId, $"finding:{i + 1}"), articleIds[p.ArticleId], i + 1)),
        ];
    }
}
