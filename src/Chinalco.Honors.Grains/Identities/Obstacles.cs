using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Identities;

/// <summary>What keeps a merge or split from being taken back.</summary>
/// <param name="What">What was changed since, in Chinese.</param>
/// <param name="Later">Whether a later merge or split of these people stands.</param>
public sealed record Obstacles(IReadOnlyList<string> What, bool Later)
{
    /// <summary>Loads the journal's rows into the context and compares them with what the change left.</summary>
    public static async Task<Obstacles> OfAsync(
        HonorsContext db,
        IdentityChange change,
        RowJournal journal,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(journal);
        var stale = await journal.StaleAsync(db, cancellationToken);
        var what = new List<string>();
        foreach (var entry in stale)
        {
            what.Add(await WordsAsync(db, entry, cancellationToken));
        }

        foreach (var made in journal.Entries.Where(e => e is { Type: nameof(Honoree), Change: RowChange.Added }))
        {
            what.AddRange(await GainedAsync(db, made.Key, journal, cancellationToken));
        }

        var later = await db.IdentityChanges.AnyAsync(
            c =>
                c.Id != change.Id
                && c.UndoneAt == null
                && c.DoneAt >= change.DoneAt
                && (
                    c.PersonId == change.PersonId
                    || c.OtherId == change.PersonId
                    || c.PersonId == change.OtherId
                    || c.OtherId == change.OtherId
                ),
            cancellationToken
        );
        return new Obstacles([.. what.Distinct(StringComparer.Ordinal)], later);
    }

    private static async Task<string> WordsAsync(HonorsContext db, JournalEntry entry, CancellationToken cancellationToken) =>
        entry.Type switch
        {
            nameof(Conferral) => await HonourAsync(db, entry.Key, cancellationToken),
            nameof(Recipient) => await HonourAsync(
                db,
                await db.Recipients.Where(r => r.Id == entry.Key).Select(r => r.ConferralId).FirstOrDefaultAsync(cancellationToken),
                cancellationToken
            ),
            nameof(Evidence) => "荣誉的佐证",
            nameof(CertificateEntry) => "证书记录",
            nameof(Finding) => "线索",
            nameof(Mention) => "文章中的提及",
            nameof(Employment) => "任职",
            nameof(HonoreeAlias) => "曾用名或曾用工号",
            nameof(PersonnelFile) => "人事信息",
            nameof(Account) => "账号与人物的对应",
            nameof(EmployeeRequest) => "员工申请",
            nameof(Nomination) => "推荐",
            nameof(Honoree) => await db
                .Honorees.IgnoreQueryFilters()
                .Where(h => h.Id == entry.Key)
                .Select(h => "人物资料“" + h.Name + "”")
                .FirstOrDefaultAsync(cancellationToken)
                ?? "人物资料",
            _ => entry.Type,
        };

    private static async Task<string> HonourAsync(HonorsContext db, Guid conferral, CancellationToken cancellationToken)
    {
        var honour = await db
            .Conferrals.Where(c => c.Id == conferral)
            .Select(c => new { c.Year, Name = db.Awards.Where(a => a.Id == c.AwardId).Select(a => a.Name).First() })
            .FirstOrDefaultAsync(cancellationToken);
        return honour is null ? "荣誉" : $"荣誉“{honour.Name}”{(honour.Year is { } year ? $"（{year} 年）" : "")}";
    }

    /// <summary>What somebody who was made by the split has got since: it would be nobody's.</summary>
    private static async Task<List<string>> GainedAsync(
        HonorsContext db,
        Guid made,
        RowJournal journal,
        CancellationToken cancellationToken
    )
    {
        var known = journal.Entries.Select(e => e.Key).ToHashSet();
        (string Word, IQueryable<Guid> Ids)[] all =
        [
            ("新登记的荣誉", db.Recipients.Where(r => r.HonoreeId == made).Select(r => r.Id)),
            ("新增的任职", db.Employments.Where(e => e.HonoreeId == made).Select(e => e.Id)),
            ("新增的曾用名", db.HonoreeAliases.Where(a => a.HonoreeId == made).Select(a => a.Id)),
            ("新的线索", db.Findings.Where(f => f.HonoreeId == made).Select(f => f.Id)),
            ("文章中的提及", db.Mentions.Where(m => m.HonoreeId == made).Select(m => m.Id)),
            ("人事信息", db.PersonnelFiles.Where(f => f.HonoreeId == made).Select(f => f.HonoreeId)),
            ("账号与人物的对应", db.Accounts.Where(a => a.HonoreeId == made).Select(a => a.Id)),
            ("员工申请", db.Requests.Where(r => r.HonoreeId == made).Select(r => r.Id)),
            ("推荐", db.Nominations.Where(n => n.HonoreeId == made).Select(n => n.Id)),
            ("并入此人的记录", db.Honorees.IgnoreQueryFilters().Where(h => h.MergedIntoId == made).Select(h => h.Id)),
        ];
        var gained = new List<string>();
        foreach (var (word, ids) in all)
        {
            if ((await ids.ToListAsync(cancellationToken)).Exists(id => !known.Contains(id)))
            {
                gained.Add(word);
            }
        }

        return gained;
    }
}
