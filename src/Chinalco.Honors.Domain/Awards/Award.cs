using System.Collections.Immutable;
using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Awards;

/// <summary>荣誉: an entry of the award catalogue.</summary>
public sealed class Award : IVersioned
{
    /// <summary>Most UTF-16 units of a name.</summary>
    public const int LongestName = 200;

    /// <summary>Most UTF-16 units of a catalogue code.</summary>
    public const int LongestCode = 20;

    /// <summary>Most UTF-16 units of the conferring body.</summary>
    public const int LongestBody = 200;

    /// <summary>Most UTF-16 units of the cycle.</summary>
    public const int LongestCycle = 100;

    /// <summary>Most UTF-16 units of the summary.</summary>
    public const int LongestSummary = 500;

    private readonly List<AwardAlias> aliases = [];

    public Award(
        Guid id,
        string? code,
        string name,
        AwardLevel level,
        AwardFamily family,
        string? conferringBody,
        AwardDetails? details = null
    )
    {
        Require.That(new TextIsGiven("荣誉名称", name, LongestName));
        (Id, Code, Name, Level, Family, ConferringBody) = (id, code, name, level, family, conferringBody);
        (TreatmentLevel, Cycle, Summary, IsGeneric) = (
            details?.TreatmentLevel,
            details?.Cycle,
            details?.Summary,
            details?.IsGeneric ?? false
        );
        Recipients = details is { Recipients.IsDefault: false } ? details.Recipients : [];
        Version = PageVersion = 1;
    }

    private Award() { }

    public Guid Id { get; private set; }

    /// <summary>The code of the catalogue file the award came from; null for awards found in print.</summary>
    public string? Code { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The level shown.</summary>
    public AwardLevel Level { get; private set; }

    /// <summary>待遇层级: the level it is treated as, when that differs from the one shown.</summary>
    public AwardLevel? TreatmentLevel { get; private set; }

    public AwardFamily Family { get; private set; }

    public string? ConferringBody { get; private set; }

    /// <summary>How often it is conferred, as a phrase.</summary>
    public string? Cycle { get; private set; }

    /// <summary>One Chinese sentence about the award.</summary>
    public string? Summary { get; private set; }

    /// <summary>Who may receive it; empty when nobody said.</summary>
    public IReadOnlyList<RecipientKind> Recipients { get; private set; } = [];

    /// <summary>The entry stands for the like-named awards of many bodies (each province, each company); those are entries of their own once conferred.</summary>
    public bool IsGeneric { get; private set; }

    public long Version { get; private set; }

    public long PageVersion { get; private set; }

    public IReadOnlyList<AwardAlias> Aliases => aliases;

    /// <summary>What the catalogue says of it.</summary>
    public AwardFacts Facts =>
        new(
            Code,
            Name,
            Level,
            TreatmentLevel,
            Family,
            ConferringBody,
            Cycle,
            Summary,
            [.. Recipients],
            IsGeneric,
            [.. aliases.Select(a => a.Name).Order(StringComparer.Ordinal)]
        );

    /// <summary>
    /// Corrects what the catalogue says, aliases included. A name given up stays as an alias: what was printed and searched with it is still
    /// found. Conferrals carry their own level and keep it. A code that is known stays: other tables name the award by it.
    /// </summary>
    /// <returns>Whether anything changed.</returns>
    public bool Correct(AwardFacts to)
    {
        ArgumentNullException.ThrowIfNull(to);
        Require.That(
            new TextIsGiven("荣誉名称", to.Name, LongestName),
            new ATextFitsItsColumn("Award.Code", to.Code?.Length ?? 0, LongestCode),
            new ATextFitsItsColumn("Award.ConferringBody", to.ConferringBody?.Length ?? 0, LongestBody),
            new ATextFitsItsColumn("Award.Cycle", to.Cycle?.Length ?? 0, LongestCycle),
            new ATextFitsItsColumn("Award.Summary", to.Summary?.Length ?? 0, LongestSummary)
        );
        var (before, given) = (Facts.Digest, Name);
        (Code, Name, Level, TreatmentLevel, Family) = (Code ?? to.Code, to.Name, to.Level, to.TreatmentLevel, to.Family);
        (ConferringBody, Cycle, Summary, IsGeneric) = (to.ConferringBody, to.Cycle, to.Summary, to.IsGeneric);
        if (!Recipients.Order().SequenceEqual(to.Recipients.Order()))
        {
            Recipients = to.Recipients;
        }

        List<string> wanted = [.. to.Aliases.Append(given).Where(alias => alias != Name).Distinct(StringComparer.Ordinal)];
        wanted.ForEach(alias => Require.That(new TextIsGiven("荣誉别名", alias, LongestName)));
        aliases.RemoveAll(a => !wanted.Contains(a.Name));
        aliases.AddRange(wanted.Where(alias => !aliases.Exists(a => a.Name == alias)).Select(alias => new AwardAlias(Id, alias)));
        if (Facts.Digest == before)
        {
            return false;
        }

        Moved();
        return true;
    }

    /// <summary>Adds another name; a name it already bears changes nothing.</summary>
    public void AddAlias(string name)
    {
        Require.That(new TextIsGiven("荣誉别名", name, LongestName));
        if (name == Name || aliases.Exists(a => a.Name == name))
        {
            return;
        }

        aliases.Add(new AwardAlias(Id, name));
        Moved();
    }

    /// <summary>Says that the award's conferrals changed: they belong to the award, so its version moves.</summary>
    public void ConferralsChanged() => Moved();

    private void Moved()
    {
        Version++;
        PageVersion++;
    }
}

/// <summary>What a catalogue may say of an award besides its name, level, family and body.</summary>
public sealed record AwardDetails(
    AwardLevel? TreatmentLevel,
    string? Cycle,
    string? Summary,
    ImmutableArray<RecipientKind> Recipients,
    bool IsGeneric = false
);

/// <summary>All that the catalogue says of an award.</summary>
/// <param name="TreatmentLevel">待遇层级: null when it is treated as its level says.</param>
/// <param name="Recipients">Who may receive it; empty when nobody said.</param>
/// <param name="Aliases">Every other name, in no order.</param>
public sealed record AwardFacts(
    string? Code,
    string Name,
    AwardLevel Level,
    AwardLevel? TreatmentLevel,
    AwardFamily Family,
    string? ConferringBody,
    string? Cycle,
    string? Summary,
    ImmutableArray<RecipientKind> Recipients,
    bool IsGeneric,
    ImmutableArray<string> Aliases
)
{
    /// <summary>Names exactly these facts: whoever corrects says what was shown. Conferrals do not move it.</summary>
    public string Digest =>
        Sha256Hex.Of(
            string.Join(
                '\n',
                Code,
                Name,
                Level,
                TreatmentLevel,
                Family,
                ConferringBody,
                Cycle,
                Summary,
                string.Join('|', Recipients.Order()),
                IsGeneric,
                string.Join('|', Aliases.Order(StringComparer.Ordinal))
            )
        );
}

/// <summary>Another name of an award.</summary>
public sealed class AwardAlias
{
    internal AwardAlias(Guid awardId, string name)
    {
        Id = Guid.CreateVersion7();
        (AwardId, Name) = (awardId, name);
    }

    private AwardAlias() { }

    public Guid Id { get; private set; }

    public Guid AwardId { get; private set; }

    public string Name { get; private set; } = "";
}
