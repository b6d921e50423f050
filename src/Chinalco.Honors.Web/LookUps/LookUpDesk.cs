using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Web.Access;

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
        var outcome = await transaction.RunAsync(
            stamp,
            action,
            async scope =>
            {
                await RecordAsync(scope, action, entries.Count, result);
                return CommandOutcome.Applied(stamp.CommandId, version: 0);
            },
            cancellationToken
        );
        return outcome.Succeeded
            ? new LookUpAnswer(result, Refusal: null, stamp.CommandId)
            : new LookUpAnswer(Result: null, outcome.Message, Record: Guid.Empty);
    }

    private static async Task RecordAsync(CommandScope scope, string action, int lines, LookUpResult result)
    {
        List<LookedUpPerson> people = [.. result.People];
        var byNumber = people.FindAll(p => p.ByNumber).ConvertAll(p => p.Hint.Id);
        await scope.AuditAsync(
            new AuditSubject(AuditKinds.LookUp, scope.Stamp.CommandId),
            action,
            new
            {
                Lines = lines,
                Found = people.Count,
                Unclear = result.CountOf(LookUpOutcome.Unclear),
                Missing = result.CountOf(LookUpOutcome.Missing),
                ByNumber = byNumber.Count,
                People = people.Select(p => p.Hint.Id),
            }
        );
        if (action != Run || byNumber.Count == 0)
        {
            return;
        }

        // As a look at one number is: the person is told of it among what is held about them.
        await scope.PrepareChainsAsync(AuditKinds.Honoree, byNumber);
        foreach (var id in byNumber)
        {
            await scope.AuditAsync(
                new AuditSubject(AuditKinds.Honoree, id),
                Queries.OwnDataQuery.Look,
                new { Field = "employeeNumber", LookUp = scope.Stamp.CommandId }
            );
        }
    }

    /// <summary>Another list, another purpose or another user is another look, whatever the form says.</summary>
    private static Guid CommandOf(string action, Guid form, IReadOnlyList<LookUpEntry> entries, Actor by, string? purpose) =>
        DerivedId.From(form, $"{action}\n{by.Id}\n{purpose}\n{LookUpList.Write(entries)}");
}

/// <summary>What came of a look-up.</summary>
/// <param name="Refusal">What is missing, in Chinese; null when there is a result.</param>
/// <param name="Record">What the audit trail calls the look-up.</param>
public sealed record LookUpAnswer(LookUpResult? Result, string? Refusal, Guid Record);
