using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;

namespace Chinalco.Honors.Web.LookUps;

/// <summary>
/// Looks a list up for a purpose, and puts that on record before anything is shown: one record of the look-up with the people that it found,
/// and one more with each person whom a number led to. The list itself is not stored.
/// </summary>
public sealed class LookUpDesk(LookUpQuery query, CommandTransaction transaction, CurrentUser current)
{
    private const string Run = "look-up.run";
    private const string Export = "look-up.export";

    /// <param name="form">Names the form: the same list asked for again from the same form is recorded once.</param>
    /// <param name="purpose">What for, in the user's words.</param>
    public async Task<LookUpAnswer> RunAsync(
        Guid form,
        IReadOnlyList<LookUpEntry> entries,
        string? purpose,
        CancellationToken cancellationToken
    ) => await RecordedAsync(Run, form, entries, purpose, cancellationToken);

    /// <summary>The same as a file: a record of its own.</summary>
    public async Task<LookUpAnswer> ExportAsync(
        Guid form,
        IReadOnlyList<LookUpEntry> entries,
        string? purpose,
        CancellationToken cancellationToken
    ) => await RecordedAsync(Export, form, entries, purpose, cancellationToken);

    private async Task<LookUpAnswer> RecordedAsync(
        string action,
        Guid form,
        IReadOnlyList<LookUpEntry> entries,
        string? purpose,
        CancellationToken cancellationToken
    )
    {
        var by = current.User!.Actor;
        var stamp = new CommandStamp(CommandOf(action, form, entries, by, purpose?.Trim()), by, purpose?.Trim());
        var purposeGiven = new APurposeIsGiven(stamp.Reason);
        if (!purposeGiven.Holds)
        {
            return new LookUpAnswer(Result: null, purposeGiven.Advice, Record: Guid.Empty);
        }

        var result = await query.RunAsync(entries, cancellationToken);
        await LookedAtAsync(form, stamp, [.. result.People.Where(p => p.ByNumber).Select(p => p.Hint.Id)], cancellationToken);
        var outcome = await transaction.RunAsync(
            stamp,
            action,
            async scope =>
            {
                await scope.AuditAsync(new AuditSubject(AuditKinds.LookUp, stamp.CommandId), action, Told(entries.Count, result));
                return CommandOutcome.Applied(stamp.CommandId, version: 0);
            },
            cancellationToken
        );
        return outcome.Succeeded
            ? new LookUpAnswer(result, Refusal: null, stamp.CommandId)
            : new LookUpAnswer(Result: null, outcome.Message, Record: Guid.Empty);
    }

    private static object Told(int lines, LookUpResult result)
    {
        List<LookedUpPerson> people = [.. result.People];
        return new
        {
            Lines = lines,
            Found = people.Count,
            Unclear = result.CountOf(LookUpOutcome.Unclear),
            Missing = result.CountOf(LookUpOutcome.Missing),
            ByNumber = people.Count(p => p.ByNumber),
            People = people.Select(p => p.Hint.Id),
        };
    }

    /// <summary>As a look at one number is recorded: with each person, who is told of it among what is held about them; once for a form.</summary>
    private async Task LookedAtAsync(Guid form, CommandStamp stamp, List<Guid> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
        {
            return;
        }

        var id = DerivedId.From(form, $"numbers\n{stamp.By.Id}\n{stamp.Reason}\n{string.Join(' ', people)}");
        await transaction.RunAsync(
            stamp with
            {
                CommandId = id,
            },
            OwnDataQuery.Look,
            async scope =>
            {
                await scope.PrepareChainsAsync(AuditKinds.Honoree, people);
                foreach (var person in people)
                {
                    await scope.AuditAsync(
                        new AuditSubject(AuditKinds.Honoree, person),
                        OwnDataQuery.Look,
                        new { Field = "employeeNumber", LookUp = stamp.CommandId }
                    );
                }

                return CommandOutcome.Applied(people[0], version: 0);
            },
            cancellationToken
        );
    }

    /// <summary>Another list, another purpose or another user is another look, whatever the form says.</summary>
    private static Guid CommandOf(string action, Guid form, IReadOnlyList<LookUpEntry> entries, Actor by, string? purpose) =>
        DerivedId.From(form, $"{action}\n{by.Id}\n{purpose}\n{LookUpList.Write(entries)}");
}

/// <summary>What came of a look-up.</summary>
/// <param name="Refusal">What is missing, in Chinese; null when there is a result.</param>
/// <param name="Record">What the audit trail calls the look-up.</param>
public sealed record LookUpAnswer(LookUpResult? Result, string? Refusal, Guid Record);
