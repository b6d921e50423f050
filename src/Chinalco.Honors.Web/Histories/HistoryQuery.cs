using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Histories;

/// <summary>Reads how a thing became what it is: who entered what, when, on what evidence, what was before. One query for every kind of thing.</summary>
public sealed class HistoryQuery(
    ReadingDatabase reading,
    IHonorsDatabase database,
    CurrentUser current,
    Scope scope,
    HistoryAccess access,
    ScanFiles scans
)
{
    private const int PageSize = 20;

    /// <returns>Null when there is no such thing, or none with a history for this user.</returns>
    public async Task<HistoryPage?> RunAsync(HistoryOf of, Guid id, HistoryFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (current.User is not { } user || await access.ToAsync(of, id, cancellationToken) is not { } reach)
        {
            return null;
        }

        var (db, all) = (reading.Open(), database.Open());
        await using (db)
        await using (all)
        {
            var honours = new Dictionary<Guid, HistoryReach>();
            var material = await HistoryRecords.LoadAsync(
                all,
                of,
                id,
                async candidates => honours = await access.ToHonoursAsync(candidates, cancellationToken),
                await scope.UnitsAsync(Right.ReadHistory, cancellationToken),
                cancellationToken
            );
            var mayOpenScans = of == HistoryOf.Document && !(await scans.OfAsync(id, cancellationToken)).IsEmpty;
            List<HistoryStep> steps =
            [
                .. await BeginningsAsync(all, of, id, material, cancellationToken),
                .. material.Records.Select(record => HistoryStep.Of(record, material, mayOpenScans)),
            ];
            var names = await HistoryNames.LoadAsync(db, all, user, material, [.. steps.Select(s => s.Act)], cancellationToken);
            if (await SubjectAsync(db, all, of, id, material, names, reach, cancellationToken) is not { } subject)
            {
                return null;
            }

            var person = of == HistoryOf.Person ? await PersonGuards.OfAsync(all, db.Viewer, id, reach, cancellationToken) : null;
            var writer = new HistoryWriter(names, material, person, user.HonoreeId, reach, honours, id);
            return Page(subject, [.. writer.Write(steps)], filter);
        }
    }

    private static HistoryPage Page(HistorySubject subject, ImmutableArray<HistoryEntry> entries, HistoryFilter filter)
    {
        var wanted = entries
            .Where(e => (filter.Topic is not { } topic || IsOf(e, topic, subject)) && (filter.Year is null || YearOf(e.At) == filter.Year))
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .ToList();
        var skip = (int)Math.Min((Math.Max(1, filter.Page) - 1L) * PageSize, int.MaxValue);
        return new HistoryPage(
            subject,
            [.. wanted.Skip(skip).Take(PageSize)],
            wanted.Count,
            filter with
            {
                Page = Math.Max(1, filter.Page),
            },
            PageSize,
            [.. Enum.GetValues<HistoryTopic>().Where(topic => entries.Any(e => IsOf(e, topic, subject)))],
            [.. entries.Select(e => YearOf(e.At)).Distinct().OrderDescending()]
        );
    }

    /// <summary>What begins a thing tells of its proof, post and certificate as well: who asks for those finds it among them.</summary>
    private static bool IsOf(HistoryEntry entry, HistoryTopic topic, HistorySubject subject) =>
        entry.Topic == topic
        || topic switch
        {
            HistoryTopic.Proof => entry.Topic != HistoryTopic.Desk && entry.Proofs.Length > 0,
            HistoryTopic.Post => subject.Of == HistoryOf.Person && entry is { Topic: HistoryTopic.Entry, About: null },
            HistoryTopic.Certificate => entry.Changes.Any(c => c.Field == HistoryTexts.FieldCertificateNumber),
            _ => false,
        };

    private static int YearOf(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).Year;

    /// <summary>How things began of which no record says it: the tables know who entered them, or which text they came with.</summary>
    private static async Task<List<HistoryStep>> BeginningsAsync(
        HonorsContext all,
        HistoryOf of,
        Guid id,
        HistoryMaterial material,
        CancellationToken cancellationToken
    )
    {
        var told = material
            .Records.Where(r => r.Action == "award.confer")
            .Select(r => HistoryStep.ConferralOf(r))
            .OfType<Guid>()
            .ToHashSet();
        List<HistoryStep> steps = [.. material.Conferrals.Values.Where(c => !told.Contains(c.Id)).Select(HistoryStep.Beginning)];
        if (of == HistoryOf.Document && material.Records.All(r => r.Action != "document.register"))
        {
            var document = await all.Documents.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellationToken);
            var source = await all
                .Articles.Where(a => a.Id == document!.ArticleId)
                .Join(all.SourceFiles, a => a.SourceFileId, f => f.Id, (a, f) => new { f.ReceivedFrom, f.ReceivedAt })
                .FirstOrDefaultAsync(cancellationToken);
            if (document is not null && source is not null)
            {
                steps.Add(HistoryStep.Beginning(document, source.ReceivedFrom, source.ReceivedAt));
            }
        }

        return steps;
    }

    private static async Task<HistorySubject?> SubjectAsync(
        HonorsContext db,
        HonorsContext all,
        HistoryOf of,
        Guid id,
        HistoryMaterial material,
        HistoryNames names,
        HistoryReach reach,
        CancellationToken cancellationToken
    )
    {
        if (of == HistoryOf.Conferral)
        {
            return material.Conferrals.TryGetValue(id, out var conferral)
                ? new HistorySubject(of, id, HistoryWriter.TitleOf(conferral, names), PageOf(conferral, names, reach), Chain: null)
                : null;
        }

        var kind = HistoryRecords.KindOf(of)!;
        var name = of switch
        {
            HistoryOf.Person => await (reach.IsOwn ? all : db)
                .Honorees.Where(h => h.Id == id)
                .Select(h => h.Name)
                .FirstOrDefaultAsync(cancellationToken),
            HistoryOf.Unit => await db.Units.Where(u => u.Id == id).Select(u => u.Name).FirstOrDefaultAsync(cancellationToken),
            HistoryOf.Award => await db.Awards.Where(a => a.Id == id).Select(a => a.Name).FirstOrDefaultAsync(cancellationToken),
            HistoryOf.Document => await db.Documents.Where(d => d.Id == id).Select(d => d.Title).FirstOrDefaultAsync(cancellationToken),
            _ => await db
                .Articles.Where(a => a.Id == id)
                .Select(a => a.Title ?? PressTexts.InUntitled)
                .FirstOrDefaultAsync(cancellationToken),
        };
        return name is null ? null : new HistorySubject(of, id, name, Address.OfSubject(kind, id)!, new AuditSubject(kind, id));
    }

    /// <summary>Those who keep an honour have a page of it; others find it on a recipient's.</summary>
    private static string PageOf(Conferral conferral, HistoryNames names, HistoryReach reach)
    {
        var first = conferral.Recipients.OrderBy(r => r.Order).FirstOrDefault(r => r.HonoreeId is not { } person || names.Sees(person));
        return reach.IsKept && !reach.IsOwn ? Address.Conferral(conferral.Id)
            : first?.HonoreeId is { } whom ? Address.Person(whom)
            : first?.UnitId is { } unit ? Address.Unit(unit)
            : Address.Award(conferral.AwardId);
    }
}

/// <summary>What the viewer may see of a person's fields; the same rules as on the person's page.</summary>
internal sealed record PersonGuards(bool Personnel, bool Status, bool Posts)
{
    /// <param name="all">Sees everything.</param>
    public static async Task<PersonGuards> OfAsync(
        HonorsContext all,
        Viewer viewer,
        Guid id,
        HistoryReach reach,
        CancellationToken cancellationToken
    )
    {
        if (reach.IsOwn)
        {
            return new PersonGuards(true, true, true);
        }

        var status = await all.Honorees.Where(h => h.Id == id).Select(h => h.StatusVisibility).FirstAsync(cancellationToken);
        var posts = await all
            .Employments.Where(e => e.HonoreeId == id)
            .Select(e => new
            {
                e.UnitId,
                e.Visibility,
                IsPast = e.To != null,
            })
            .ToListAsync(cancellationToken);
        var unit = posts.Find(p => !p.IsPast)?.UnitId;
        var past = posts.Where(p => p.IsPast).Select(p => p.Visibility).DefaultIfEmpty(HonoreeVisibility.Default.PastEmployments).Max();
        return new PersonGuards(viewer.May(Visibility.HrOnly, unit), viewer.May(status, unit), viewer.May(past, unit));
    }
}
