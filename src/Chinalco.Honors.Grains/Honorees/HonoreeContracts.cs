using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains.Commands;

namespace Chinalco.Honors.Grains.Honorees;

/// <summary>Owns one person: identity, status and employments. The grain's key is the honoree's id.</summary>
public interface IHonoreeGrain : IGrainWithGuidKey
{
    /// <summary>Enters the person; one that exists is left as it is.</summary>
    Task<CommandOutcome> RegisterAsync(RegisterHonoree command, CancellationToken cancellationToken = default);

    /// <summary>Ends the open employments and begins another.</summary>
    Task<CommandOutcome> MoveAsync(MoveHonoree command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> ChangeStatusAsync(ChangeHonoreeStatus command, CancellationToken cancellationToken = default);

    /// <summary>Puts name, number, status and present post right, by hand.</summary>
    Task<CommandOutcome> CorrectAsync(CorrectHonoree command, CancellationToken cancellationToken = default);

    /// <summary>Says who may see the person and the fields.</summary>
    Task<CommandOutcome> ShowAsync(ShowHonoree command, CancellationToken cancellationToken = default);

    /// <summary>Records that somebody looks at a sensitive field. To be sent before it is shown.</summary>
    Task<CommandOutcome> LookAsync(LookAtHonoree command, CancellationToken cancellationToken = default);

    /// <summary>The person as committed last; null when there is none.</summary>
    Task<HonoreeSnapshot?> GetAsync(CancellationToken cancellationToken = default);
}

public sealed record RegisterHonoree(
    CommandStamp Stamp,
    string Name,
    string? EmployeeNumber,
    HonoreeStatus Status,
    ImmutableArray<EmploymentFact> Employments,
    bool IsSample = false
);

public sealed record MoveHonoree(CommandStamp Stamp, EmploymentFact To, PartialDate On);

public sealed record ChangeHonoreeStatus(CommandStamp Stamp, HonoreeStatus Status);

/// <param name="SeenVersion">The person's version as somebody saw it.</param>
/// <param name="RequestId">The employee's request that the correction accepts.</param>
public sealed record CorrectHonoree(CommandStamp Stamp, CorrectedPerson To, long SeenVersion, Guid? RequestId = null);

/// <param name="RequestId">The employee's request that this accepts.</param>
public sealed record ShowHonoree(CommandStamp Stamp, HonoreeVisibility To, Guid? RequestId = null);

/// <param name="Stamp">Its reason says what the look is for.</param>
/// <param name="Field">The field's name, such as <c>employeeNumber</c>.</param>
public sealed record LookAtHonoree(CommandStamp Stamp, string Field);

/// <summary>An employment as told.</summary>
public sealed record EmploymentFact(Guid? UnitId, string UnitText, string? Position, string? From = null, string? To = null);

public sealed record HonoreeSnapshot(
    Guid Id,
    string Name,
    string? EmployeeNumber,
    HonoreeStatus Status,
    ImmutableArray<EmploymentFact> Employments,
    long Version
);
