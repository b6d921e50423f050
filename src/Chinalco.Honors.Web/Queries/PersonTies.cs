using System.Collections.Immutable;

namespace Chinalco.Honors.Web.Queries;

/// <summary>Whom and what a person is connected with.</summary>
/// <param name="TeamHonours">Honours of the teams that the person belonged to in that year; nobody's own.</param>
/// <param name="Training">Masters and apprentices, as articles say it.</param>
/// <param name="Colleagues">The closest first.</param>
public sealed record PersonTies(
    ImmutableArray<HonourLine> TeamHonours,
    ImmutableArray<TrainingTie> Training,
    ImmutableArray<Colleague> Colleagues
);

/// <summary>A master or an apprentice, with the sentence that says so.</summary>
/// <param name="IsMaster">Whether the other one taught the person.</param>
public sealed record TrainingTie(PersonHint Other, bool IsMaster, Guid ArticleId, string? ArticleTitle, string Sentence);

/// <summary>Somebody connected, and why.</summary>
/// <param name="SharedHonours">Names of awards that both received in one act.</param>
/// <param name="Articles">How many articles name both.</param>
/// <param name="Unit">Where both worked at the same time; null when they did not.</param>
public sealed record Colleague(PersonHint Person, ImmutableArray<string> SharedHonours, int Articles, string? Unit);
