using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chinalco.Honors.Domain;

namespace Chinalco.Honors.Imports.Engine;

/// <summary>What somebody chose for a table: columns, day, extent; kept with the run as JSON.</summary>
/// <param name="Fields">What each column holds, by the field's id.</param>
/// <param name="AsOf">The day that the table shows.</param>
/// <param name="CompleteFor">Of a roster: it holds everybody of this unit and those below it. Null when it is a part.</param>
/// <param name="TakesNewNames">Of a roster: a number with another name means that the person changed the name.</param>
/// <param name="ScopeUnits">The units, with all below them, that whoever handed it in may change.</param>
public sealed record ImportChoices(
    ImmutableArray<string> Fields,
    PartialDate AsOf,
    Guid? CompleteFor,
    bool TakesNewNames,
    ImmutableArray<Guid> ScopeUnits,
    bool IsWholeGroup
)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Of a list of winners: the document that confers, where the rows do not say.</summary>
    public ListedDocument? Document { get; init; }

    /// <summary>Of a list of winners: people whom the registry does not know are entered.</summary>
    public bool EntersUnknown { get; init; }

    /// <summary>Of a list of winners: whom a row means, by line; the empty id for somebody new.</summary>
    public ImmutableDictionary<int, Guid>? People { get; init; }

    [JsonIgnore]
    public ImportScope Scope => IsWholeGroup ? ImportScope.WholeGroup : new ImportScope(ScopeUnits);

    public static ImportChoices Parse(string json) => JsonSerializer.Deserialize<ImportChoices>(json, Json)!;

    public override string ToString() => JsonSerializer.Serialize(this, Json);
}

/// <summary>The document of a list of winners as somebody gave it.</summary>
/// <param name="Year">The year that the honours are for.</param>
public sealed record ListedDocument(string? Number, string? Title, string? Issuer, PartialDate? Date, int? Year);
