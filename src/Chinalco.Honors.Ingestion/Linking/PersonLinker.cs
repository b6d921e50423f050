using System.Collections.Immutable;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Ingestion.Claims;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Linking;

/// <summary>What was decided about who a mentioned person is.</summary>
public enum LinkDecision
{
    /// <summary>One person of the registry.</summary>
    Linked = 1,

    /// <summary>Nobody of the registry: a new honoree is proposed.</summary>
    New = 2,

    /// <summary>Several people of the registry come into question.</summary>
    Ambiguous = 3,

    /// <summary>Not looked for.</summary>
    None = 4,
}

/// <summary>A candidate with the reasons that speak for it.</summary>
public sealed record LinkCandidate(PersonEntry Person, double Score, string Reason);

/// <summary>Who a mentioned person is.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Person">The person linked to.</param>
/// <param name="Score">Certainty, 0 to 1.</param>
/// <param name="Candidates">All who came into question, best first.</param>
public sealed record PersonLink(LinkDecision Decision, PersonEntry? Person, double Score, ImmutableArray<LinkCandidate> Candidates)
{
    /// <summary>For people who are not looked for in the registry.</summary>
    public static PersonLink NotLookedFor { get; } = new(LinkDecision.None, Person: null, 0, []);
}

/// <summary>Links people to the registry by name and unit, then post; a name alone is never enough where the text states another unit.</summary>
public sealed class PersonLinker(Lexicon lexicon)
{
    /// <summary>Decides who a recipient is.</summary>
    public PersonLink Link(Recipient person)
    {
        var candidates = lexicon
            .PeopleNamed(person.Name)
            .Select(entry => Weigh(person, entry))
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Person.Id, StringComparer.Ordinal)
            .DistinctBy(candidate => candidate.Person.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        var fitting = candidates.Where(candidate => candidate.Score >= 0.5).ToList();
        if (fitting.Count == 0)
        {
            return person.Unit is null && person.UnitText is null && candidates.Length > 0
                ? new(LinkDecision.Ambiguous, Person: null, candidates[0].Score, candidates)
                : new(LinkDecision.New, Person: null, 0, candidates);
        }

        return fitting.Count == 1 || fitting[0].Score - fitting[1].Score >= 0.2
            ? new(LinkDecision.Linked, fitting[0].Person, fitting[0].Score, candidates)
            : new(LinkDecision.Ambiguous, Person: null, fitting[0].Score, candidates);
    }

    /// <summary>Unit 0.7 (0.5 where only a unit above it is stated), post 0.25; another unit rules a candidate out.</summary>
    private LinkCandidate Weigh(Recipient person, PersonEntry entry)
    {
        var post =
            person.Position is { } position
            && entry.Position is { Length: > 0 } own
            && (position.Contains(own, StringComparison.Ordinal) || own.Contains(position, StringComparison.Ordinal));
        var extra = post ? 0.25 : 0;
        if (person.Unit is { } stated)
        {
            // A team or sub-organisation (团委) is not where the roster keeps a person; the unit above it is.
            var unit = stated.Tier == UnitTier.Team && lexicon.ParentOf(stated) is { } above ? above : stated;
            return entry.Unit.StartsWith(unit.Name, StringComparison.Ordinal) || unit.Name.StartsWith(entry.Unit, StringComparison.Ordinal)
                ? new(entry, 0.7 + extra, post ? "姓名、单位、岗位一致" : "姓名、单位一致")
                : new(entry, 0, "同名，单位不同");
        }

        return
            person.UnitText is { Length: >= 3 } text
            && (entry.Unit.Contains(text, StringComparison.Ordinal) || text.StartsWith(entry.Unit, StringComparison.Ordinal))
            ? new(entry, 0.6 + extra, "姓名一致，单位名称相合")
            : new(entry, 0.3 + (post ? 0.1 : 0), "仅姓名一致");
    }
}
