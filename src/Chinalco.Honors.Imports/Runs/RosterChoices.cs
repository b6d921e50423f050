using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Imports.Roster;

namespace Chinalco.Honors.Imports.Runs;

/// <summary>What somebody chose for a roster: columns, day, extent; kept with the run as JSON.</summary>
public sealed record RosterChoices(
    ImmutableArray<RosterField> Fields,
    PartialDate AsOf,
    Guid? CompleteFor,
    bool TakesNewNames,
    ImmutableArray<Guid> ScopeUnits,
    bool IsWholeGroup
)
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public RosterOptions Options => new(AsOf, CompleteFor, TakesNewNames);

    public RosterScope Scope => IsWholeGroup ? RosterScope.WholeGroup : new RosterScope(ScopeUnits);

    public static RosterChoices Parse(string json) => JsonSerializer.Deserialize<RosterChoices>(json, Json)!;

    public override string ToString() => JsonSerializer.Serialize(this, Json);
}
