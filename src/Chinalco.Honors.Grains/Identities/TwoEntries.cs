using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains.Awards;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Identities;

/// <summary>The same honour entered for both.</summary>
/// <param name="Stays">The entry that stays and takes the other's proofs.</param>
/// <param name="Folded">The entry that is marked as wrong.</param>
public sealed record SameHonourTwice(Conferral Stays, Conferral Folded);

/// <summary>Two entries of one person as they are: what a merge would do, before it is done. The preview and the command read the same.</summary>
public sealed class TwoEntries
{
    private readonly List<Finding> findingsOfFolded;

    private TwoEntries(PersonRows kept, PersonRows absorbed, List<SameHonourTwice> same, List<Finding> findings, string digest)
    {
        (Kept, Absorbed, Same, findingsOfFolded, Digest) = (kept, absorbed, same, findings, digest);
        Conflicts = [.. IdentityFields.ConflictsOf(kept, absorbed)];
        DuplicatePosts = [.. absorbed.Person.Employments.Where(e => kept.Person.Employments.Any(k => k.Covers(e)))];
    }

    public PersonRows Kept { get; }

    public PersonRows Absorbed { get; }

    /// <summary>Honours that both have: one stays with the proofs of both.</summary>
    public IReadOnlyList<SameHonourTwice> Same { get; }

    public IReadOnlyList<IdentityConflict> Conflicts { get; }

    /// <summary>Employments of the absorbed entry that say nothing new.</summary>
    public IReadOnlyList<Employment> DuplicatePosts { get; }

    /// <summary>Names everything of both as it is, row for row.</summary>
    public string Digest { get; }

    /// <returns>Null when one of them is not there, or both are the same.</returns>
    public static async Task<TwoEntries?> LoadAsync(
        HonorsContext db,
        Guid keptId,
        Guid absorbedId,
        CancellationToken cancellationToken = default
    )
    {
        if (
            keptId == absorbedId
            || await PersonRows.LoadAsync(db, keptId, cancellationToken) is not { } kept
            || await PersonRows.LoadAsync(db, absorbedId, cancellationToken) is not { } absorbed
        )
        {
            return null;
        }

        var same = SameHonours(kept, absorbed);
        var folded = same.ConvertAll(s => s.Folded.Id);
        var findings = await db
            .Findings.Where(f => f.ConferralId != null && EF.Parameter(folded).Contains(f.ConferralId.Value))
            .ToListAsync(cancellationToken);
        return new TwoEntries(kept, absorbed, same, findings, RowJournal.DigestOf(db));
    }

    /// <summary>Makes them one.</summary>
    /// <param name="reason">Why a folded honour is one no more, for those who keep honours, in Chinese.</param>
    public void Merge(HonorsContext db, MergeChoices choices, string reason)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(choices);
        MergePosts(db, choices);
        MergeFacts(db, choices);
        MergeNames(db, choices);
        foreach (var conferral in Absorbed.Conferrals)
        {
            conferral.Reassign(Absorbed.Id, Kept.Id);
        }

        foreach (var (stays, folded) in Same)
        {
            stays.FoldIn(folded, Kept.Id, reason);
            findingsOfFolded.Where(f => f.ConferralId == folded.Id).ToList().ForEach(f => f.Proves(stays.Id));
        }

        foreach (var finding in Absorbed.Findings)
        {
            finding.LinksTo(Kept.Id);
        }

        foreach (var mention in Absorbed.Mentions)
        {
            mention.Names(Kept.Id);
        }

        foreach (var account in Absorbed.Accounts)
        {
            account.HonoreeId = Kept.Id;
            account.Moved();
        }

        foreach (var request in Absorbed.Requests)
        {
            request.Concerns(Kept.Id);
        }

        foreach (var nomination in Absorbed.Nominations)
        {
            nomination.Concerns(Kept.Id);
        }

        Kept.Person.HideAs(Absorbed.Person);
        Absorbed.Person.MergeInto(Kept.Id);
    }

    private void MergePosts(HonorsContext db, MergeChoices choices)
    {
        var disputed = Conflicts.Any(c => c.Field == IdentityField.Posts);
        var side = choices.Of(IdentityField.Posts);
        foreach (var post in Absorbed.Person.Employments.ToList())
        {
            if (DuplicatePosts.Contains(post) || (disputed && side == Side.Kept && post.To is null))
            {
                db.Remove(post);
            }
            else
            {
                post.BelongsTo(Kept.Id);
            }
        }

        if (disputed && side == Side.Absorbed)
        {
            var shared = DuplicatePosts.SelectMany(d => Kept.Person.Employments.Where(k => k.Covers(d))).ToHashSet();
            db.RemoveRange(Kept.Person.Employments.Where(e => e.HonoreeId == Kept.Id && e.To is null && !shared.Contains(e)).ToList());
        }
    }

    private void MergeFacts(HonorsContext db, MergeChoices choices)
    {
        var facts = IdentityFields.Join(Kept.Facts, Absorbed.Facts, choices);
        if (Kept.File is { } file)
        {
            file.Hold(facts);
        }
        else if (Absorbed.File is not null)
        {
            db.PersonnelFiles.Add(new PersonnelFile(Kept.Id, facts));
        }
    }

    private void MergeNames(HonorsContext db, MergeChoices choices)
    {
        var (kept, absorbed) = (Kept.Person, Absorbed.Person);
        (string Name, string? Number)[] before = [(kept.Name, kept.EmployeeNumber), (absorbed.Name, absorbed.EmployeeNumber)];
        var status =
            choices.Pick(IdentityField.Status, IdentityFields.Told(kept.Status), IdentityFields.Told(absorbed.Status))
            ?? HonoreeStatus.Unknown;
        kept.Take(
            choices.Pick(IdentityField.Name, kept.Name, absorbed.Name)!,
            choices.Pick(IdentityField.Number, kept.EmployeeNumber, absorbed.EmployeeNumber),
            status
        );
        foreach (var (name, number) in before)
        {
            kept.AddAlias(AliasKind.Name, name);
            if (number is not null)
            {
                kept.AddAlias(AliasKind.Number, number);
            }
        }

        foreach (var alias in absorbed.Aliases.ToList())
        {
            kept.AddAlias(alias.Kind, alias.Text);
            db.Remove(alias);
        }
    }

    /// <summary>Who has the same award for the same year with the same others: one of the two entries is one too many.</summary>
    private static List<SameHonourTwice> SameHonours(PersonRows kept, PersonRows absorbed)
    {
        var same = new List<SameHonourTwice>();
        var taken = new HashSet<Conferral>();
        foreach (var one in absorbed.Conferrals.Where(c => c.Status != ConferralStatus.Deprecated))
        {
            var key = KeyOf(one);
            var others = kept
                .Conferrals.Where(c =>
                    c != one && c.AwardId == one.AwardId && c.Status != ConferralStatus.Deprecated && !taken.Contains(c) && KeyOf(c) == key
                )
                .ToList();
            if (SameHonour.Among(others, one.Year, one.Edition).Conferral is { } other)
            {
                // What was taken back is not given again by an entry that did not know.
                var pair =
                    one.Status == ConferralStatus.Revoked && other.Status != ConferralStatus.Revoked
                        ? new SameHonourTwice(one, other)
                        : new SameHonourTwice(other, one);
                same.Add(pair);
                taken.UnionWith([one, other]);
            }
        }

        return same;

        string KeyOf(Conferral conferral) => conferral.RecipientsKeyAfter(absorbed.Id, kept.Id);
    }
}
