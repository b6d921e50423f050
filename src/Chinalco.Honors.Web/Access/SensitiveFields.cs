using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Access;

/// <summary>
/// The only way to a person's employee number: within one's units, for a purpose, and recorded before it is shown. Reading pages, lists and
/// the API never carry it.
/// </summary>
public sealed class SensitiveFields(CurrentUser current, Scope scope, IRegistry registry, ReadingDatabase database)
{
    /// <param name="commandId">Sent again with the same id, the look is recorded once.</param>
    /// <param name="purpose">What for, in the user's words.</param>
    /// <returns>Null when there is no such person in the user's units.</returns>
    public async Task<SensitiveLook?> EmployeeNumberAsync(
        Guid honoreeId,
        Guid commandId,
        string? purpose,
        CancellationToken cancellationToken
    )
    {
        if (current.User is not { } user || !await scope.CoversPersonAsync(Right.ReadSensitive, honoreeId, cancellationToken))
        {
            return null;
        }

        var stamp = new CommandStamp(commandId, user.Actor, purpose?.Trim());
        var outcome = await registry.SendAsync(honoreeId, new LookAtHonoree(stamp, "employeeNumber"), cancellationToken);
        if (!outcome.Succeeded)
        {
            return new SensitiveLook(Value: null, outcome.Message);
        }

        var db = database.Open();
        await using (db)
        {
            var number = await db
                .Honorees.Where(h => h.Id == honoreeId)
                .Select(h => h.EmployeeNumber)
                .FirstOrDefaultAsync(cancellationToken);
            return new SensitiveLook(number, Refusal: null);
        }
    }
}

/// <summary>What came of asking for a sensitive field.</summary>
/// <param name="Value">Null when it is refused, or when the registry has none.</param>
/// <param name="Refusal">What is missing, in Chinese; null when the look was recorded.</param>
public sealed record SensitiveLook(string? Value, string? Refusal);
