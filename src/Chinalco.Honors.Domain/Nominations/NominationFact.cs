using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Nominations;

/// <summary>申报事实: what the union found out about a candidate and entered with its proof; rules read it by its key.</summary>
public sealed class NominationFact
{
    /// <summary>Most UTF-16 units of a key.</summary>
    public const int LongestKey = 60;

    /// <summary>Most UTF-16 units of a value and of its evidence.</summary>
    public const int LongestText = 500;

    /// <param name="key">As the programme's rule names it.</param>
    /// <exception cref="RuleBrokenException">Something is missing or too long.</exception>
    public NominationFact(Guid nominationId, string key, FactTold told, Actor by, DateTimeOffset at)
    {
        Require.That(new TextIsGiven("事项", key, LongestKey));
        (Id, NominationId, Key) = (DerivedId.From(nominationId, key), nominationId, key);
        Tell(told, by, at);
    }

    private NominationFact() { }

    public Guid Id { get; private set; }

    public Guid NominationId { get; private set; }

    public string Key { get; private set; } = "";

    public string Value { get; private set; } = "";

    /// <summary>The paper that says so.</summary>
    public string Evidence { get; private set; } = "";

    /// <summary>The last day it holds; null when it does not run out.</summary>
    public DateOnly? ValidUntil { get; private set; }

    public string EnteredBy { get; private set; } = "";

    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>Somebody found out otherwise.</summary>
    /// <exception cref="RuleBrokenException">Something is missing or too long.</exception>
    public void Tell(FactTold told, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(by);
        Require.That(
            new TextIsGiven("内容", told.Value, LongestText),
            new TextIsGiven("依据", told.Evidence, LongestText),
            new NoPrivateNumberIsWritten(told.Value, told.Evidence)
        );
        (Value, Evidence, ValidUntil) = (told.Value, told.Evidence, told.ValidUntil);
        (EnteredBy, EnteredAt) = (by.Name, at);
    }
}

/// <summary>What is entered of a fact.</summary>
public sealed record FactTold(string Value, string Evidence, DateOnly? ValidUntil = null);
