using System.CommandLine;
using Chinalco.Honors.Benchmarks;
using Chinalco.Honors.Benchmarks.Ingestion;
using Chinalco.Honors.Benchmarks.Nominations;
using Chinalco.Honors.Benchmarks.Rankings;
using Chinalco.Honors.Benchmarks.Searching;

var count = new Option<int>("--count") { Description = "how many nodes to kill", DefaultValueFactory = _ => 200 };
var seed = new Option<int>("--seed") { Description = "what the chance of the run depends on", DefaultValueFactory = _ => 1 };
var kills = new Command("kills", "kills nodes at random under load and checks that nothing was lost or invented") { count, seed };
kills.SetAction((parsed, cancellationToken) => Kills.RunAsync(parsed.GetValue(count), parsed.GetValue(seed), cancellationToken));

var seconds = new Option<int>("--seconds") { Description = "how long each measurement takes", DefaultValueFactory = _ => 5 };
var activations = new Option<int>("--activations") { Description = "how many grains to hold in memory", DefaultValueFactory = _ => 10_000 };
var grains = new Command("grains", "reads and writes a second on one and on three nodes, memory of an activation") { seconds, activations };
grains.SetAction(
    (parsed, cancellationToken) => GrainFigures.RunAsync(parsed.GetValue(seconds), parsed.GetValue(activations), cancellationToken)
);

var characters = new Option<int>("--characters") { Description = "length of the text at its shortest", DefaultValueFactory = _ => 100_000 };
var ingestSpeed = new Command("ingest-speed", "characters a CPU second from file to findings, beside jieba's tagger; growth with length")
{
    characters,
    seed,
};
ingestSpeed.SetAction(
    (parsed, cancellationToken) => IngestSpeed.RunAsync(parsed.GetValue(characters), parsed.GetValue(seed), cancellationToken)
);

var inputs = new Option<int>("--count") { Description = "how many damaged inputs to read", DefaultValueFactory = _ => 100_000 };
var first = new Option<int>("--first") { Description = "the number of the first input, to look at one again" };
var fuzz = new Command("fuzz", "reads damaged files and checks that none crashes, hangs or gives a false quote") { inputs, first, seed };
fuzz.SetAction(
    (parsed, cancellationToken) => Fuzz.RunAsync(parsed.GetValue(first), parsed.GetValue(inputs), parsed.GetValue(seed), cancellationToken)
);

var processes = new Option<int>("--count") { Description = "how often to kill the process that ingests", DefaultValueFactory = _ => 50 };
var ingestKills = new Command("ingest-kills", "kills an ingestion at random moments and checks that nothing was lost or doubled")
{
    processes,
    seed,
};
ingestKills.SetAction(
    (parsed, cancellationToken) => IngestKills.RunAsync(parsed.GetValue(processes), parsed.GetValue(seed), cancellationToken)
);

var database = new Option<string>("--database") { Description = "the SQLite file", Required = true };
var ingestWorker = new Command("ingest-worker", "the process that ingest-kills kills") { database };
ingestWorker.SetAction((parsed, cancellationToken) => IngestKills.WorkAsync(parsed.GetRequiredValue(database), cancellationToken));

var people = new Option<int>("--people") { Description = "how many people to generate", DefaultValueFactory = _ => 100_000 };
var scans = new Option<int>("--scans")
{
    Description = "how many of the 1,000 queries to answer by scanning too",
    DefaultValueFactory = _ => 200,
};
var search = new Command("search", "search by the index beside the scan that answers the same; makes its database once") { people, scans };
search.SetAction((parsed, cancellationToken) => SearchFigures.RunAsync(parsed.GetValue(people), parsed.GetValue(scans), cancellationToken));

var names = new Option<int>("--names") { Description = "how many names the list has", DefaultValueFactory = _ => 500 };
var lookUp = new Command("look-up", "a list of names from question to recorded answer; the counts of the quality page") { people, names };
lookUp.SetAction((parsed, cancellationToken) => LookUpFigures.RunAsync(parsed.GetValue(people), parsed.GetValue(names), cancellationToken));

var rows = new Option<int>("--rows") { Description = "how many people the roster has", DefaultValueFactory = _ => 100_000 };
var roster = new Command("roster-import", "a roster from file to registry, beside sqlite3 that copies the same file") { rows, seed };
roster.SetAction((parsed, cancellationToken) => RosterFigures.RunAsync(parsed.GetValue(rows), parsed.GetValue(seed), cancellationToken));

var rankings = new Command("rankings", "rankings from memory beside the GROUP BY that answers the same, on a database of honors generate")
{
    database,
};
rankings.SetAction((parsed, cancellationToken) => RankingFigures.RunAsync(parsed.GetRequiredValue(database), cancellationToken));

var pages = new Command("pages", "the pages of units, ladder, leader and rankings as the site asks them, on a database of honors generate")
{
    database,
};
pages.SetAction((parsed, cancellationToken) => PageFigures.RunAsync(parsed.GetRequiredValue(database), cancellationToken));

var shortlist = new Command("shortlist", "shortlists beside evaluating every rule on everybody, on a database of honors generate")
{
    database,
};
shortlist.SetAction((parsed, cancellationToken) => ShortlistFigures.RunAsync(parsed.GetRequiredValue(database), cancellationToken));

var root = new RootCommand("Measurements of Chinalco Honors")
{
    kills,
    grains,
    ingestSpeed,
    fuzz,
    ingestKills,
    ingestWorker,
    search,
    lookUp,
    roster,
    rankings,
    pages,
    shortlist,
};
return await root.Parse(args).InvokeAsync();
