using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Awards;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Identities;

/// <summary>What of an entry belongs to another person.</summary>
/// <param name="Articles">The articles whose mentions, and findings, mean the other one.</param>
/// <param name="Number">Whether the employee number is the other one's.</param>
public sealed record SplitChoice(
    ImmutableArray<Guid> Conferrals,
    ImmutableArray<Guid> Employments,
    ImmutableArray<Guid> Aliases,
    ImmutableArray<Guid> Articles,
    ImmutableArray<Guid> Accounts,
    bool Number
)
{
    public bool IsEmpty => Conferrals.IsEmpty && Employments.IsEmpty && Aliases.IsEmpty && Articles.IsEmpty && Accounts.IsEmpty && !Number;
}

/// <summary>Who the other person is: one whom the registry has, or somebody new with a name and perhaps a unit.</summary>
public sealed record SplitTarget(
    Guid? ExistingId,
    string? Name = null,
    Guid? UnitId = null,
    string? UnitText = null,
    string? Position = null
);

/// <summary>One entry of two people as it is, and the other person where the registry has one: the preview and the command read the same.</summary>
public sealed class OneOfTwo
{
    private OneOfTwo(PersonRows rows, PersonRows? other, string digest) => (Rows, Other, Digest) = (rows, other, digest);

    public PersonRows Rows { get; }

    /// <summary>Null when somebody new is made.</summary>
    public PersonRows? Other { get; }

    /// <summary>Names everything of both as it is, row for row.</summary>
    public string Digest { get; }

    /// <returns>Null when the person, or the other one, is not there.</returns>
    public static async Task<OneOfTwo?> LoadAsync(HonorsContext db, Guid id, Guid? otherId, CancellationToken cancellationToken = default)
    {
        var rows = await PersonRows.LoadAsync(db, id, cancellationToken);
        var other = otherId is { } existing && existing != id ? await PersonRows.LoadAsync(db, existing, cancellationToken) : null;
        return rows is null || (otherId is not null && other is null) ? null : new OneOfTwo(rows, other, RowJournal.DigestOf(db));
    }

    /// <summary>Gives the other person what was chosen; what was not, and what is not the first one's, stays.</summary>
    /// <param name="newId">The id of somebody new.</param>
    public async Task<Honoree> SplitAsync(HonorsContext db, SplitChoice choice, SplitTarget target, Guid newId, string reason)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(target);
        var chosen = Rows.Conferrals.Where(c => choice.Conferrals.Contains(c.Id)).ToList();
        Require.That(
            new ASharedHonourIsNotMovedToItsOtherRecipient(Other is { } o && chosen.Exists(c => c.Recipients.Any(r => r.HonoreeId == o.Id)))
        );
        var other = Other?.Person ?? Begin(db, target, newId);
        MoveNames(db, choice, other);
        foreach (var post in Rows.Person.Employments.Where(e => choice.Employments.Contains(e.Id)).ToList())
        {
            post.BelongsTo(other.Id);
        }

        await MoveHonoursAsync(db, chosen, other.Id, reason);
        var moved = choice.Conferrals.ToHashSet();
        foreach (var finding in Rows.Findings)
        {
            if (finding.ConferralId is { } conferral ? moved.Contains(conferral) : choice.Articles.Contains(finding.ArticleId))
            {
                finding.LinksTo(other.Id);
            }
        }

        foreach (var mention in Rows.Mentions.Where(m => choice.Articles.Contains(m.ArticleId)))
        {
            mention.Names(other.Id);
        }

        foreach (var account in Rows.Accounts.Where(a => choice.Accounts.Contains(a.Id)))
        {
            account.HonoreeId = other.Id;
            account.Moved();
        }

        // What somebody asked goes with their account; what was asked about an honour or an article, with that.
        foreach (
            var request in Rows.Requests.Where(r =>
                choice.Accounts.Contains(r.AccountId)
                || (r.ConferralId is { } conferral && moved.Contains(conferral))
                || (r.ArticleId is { } article && choice.Articles.Contains(article))
            )
        )
        {
            request.Concerns(other.Id);
        }

        Rows.Person.Touch();
        other.Touch();
        return other;
    }

    private Honoree Begin(HonorsContext db, SplitTarget target, Guid newId)
    {
        Require.That(new ASplitHasAnotherPerson(!string.IsNullOrWhiteSpace(target.Name)));
        var made = new Honoree(newId, target.Name!, employeeNumber: null, HonoreeStatus.Unknown, Rows.Person.IsSample);
        made.HideAs(Rows.Person);
        if (target.UnitText is { } unit)
        {
            made.Employ(target.UnitId, unit, target.Position, from: null);
        }

        db.Honorees.Add(made);
        return made;
    }

    private void MoveNames(HonorsContext db, SplitChoice choice, Honoree other)
    {
        foreach (var alias in Rows.Person.Aliases.Where(a => choice.Aliases.Contains(a.Id)).ToList())
        {
            other.AddAlias(alias.Kind, alias.Text);
            db.Remove(alias);
        }

        if (choice.Number && Rows.Person.EmployeeNumber is { } number)
        {
            if (other.EmployeeNumber is null)
            {
                other.Take(other.Name, number, other.Status);
            }
            else
            {
                other.AddAlias(AliasKind.Number, number);
            }

            Rows.Person.Take(Rows.Person.Name, employeeNumber: null, Rows.Person.Status);
        }
    }

    /// <summary>What the other one has already, stays once.</summary>
    private async Task MoveHonoursAsync(HonorsContext db, List<Conferral> chosen, Guid otherId, string reason)
    {
        var pairs = new List<SameHonourTwice>();
        foreach (var conferral in chosen)
        {
            var key = conferral.RecipientsKeyAfter(Rows.Id, otherId);
            var others = (Other?.Conferrals ?? []).Where(c =>
                c.AwardId == conferral.AwardId && c.RecipientsKey == key && c.Status != ConferralStatus.Deprecated
            );
            if (
                conferral.Status != ConferralStatus.Deprecated
                && SameHonour.Among(others, conferral.Year, conferral.Edition).Conferral is { } same
            )
            {
                pairs.Add(
                    conferral.Status == ConferralStatus.Revoked && same.Status != ConferralStatus.Revoked
                        ? new SameHonourTwice(conferral, same)
                        : new SameHonourTwice(same, conferral)
                );
            }

            conferral.Reassign(Rows.Id, otherId);
        }

        var folded = pairs.ConvertAll(p => p.Folded.Id);
        var findings = await db
            .Findings.Where(f => f.ConferralId != null && EF.Parameter(folded).Contains(f.ConferralId.Value))
            .ToListAsync();
        foreach (var (stays, gone) in pairs)
        {
            stays.FoldIn(gone, otherId, reason);
            findings.FindAll(f => f.ConferralId == gone.Id).ForEach(f => f.Proves(stays.Id));
        }
    }
}
