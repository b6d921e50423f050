using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Rankings;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;
using Microsoft.Extensions.Logging;

namespace Chinalco.Honors.Rankings;

/// <summary>
/// What rankings are made of, held in memory as columns and kept as the database is: before every answer the changes since the last one are
/// taken over, whoever wrote them. One for each process.
/// </summary>
public sealed class HonourLedger(IHonorsDatabase database, TimeProvider clock, ILogger<HonourLedger> logger) : IUnitScores, IDisposable
{
    // Somebody who writes without a pause does not keep an answer back for ever; what came after the question need not be in it.
    private const int MostRounds = 100;

    /// <summary>Under which every unit with an honour has points, so that none is left out of an answer.</summary>
    private static readonly RankingWeights EachCounts = new(
        Enum.GetValues<AwardLevel>().ToImmutableSortedDictionary(level => level, _ => RankingWeights.One),
        Enum.GetValues<RecipientKind>().ToImmutableSortedDictionary(kind => kind, _ => RankingWeights.Whole),
        Ages: [],
        SharedHonour.FullToEach
    );

    private readonly LedgerReader reader = new(database);
    private readonly SemaphoreSlim refreshing = new(1, 1);
    private readonly ReaderWriterLockSlim held = new();
    private readonly CancellationTokenSource closing = new();
    private Held? now;

    // Asked for after it was disposed of, a source has no token any more.
    private CancellationToken Closed => closing.IsCancellationRequested ? new CancellationToken(canceled: true) : closing.Token;

    /// <summary>What it holds; null before it is loaded.</summary>
    public LedgerFigures? Figures => Volatile.Read(ref now)?.Figures;

    /// <inheritdoc/>
    public async Task<UnitScores> AskAsync(RankingQuestion question, RankingWeights weights, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(weights);
        await RefreshAsync(cancellationToken);
        return Read(current => LedgerPass.Run(current.Rows, current.Tree, current.Units, question, weights));
    }

    /// <inheritdoc/>
    public async Task<ScoresTold> AskAsync(ScoresAsked asked, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(asked);
        await RefreshAsync(cancellationToken);
        return Read(current =>
        {
            var (rows, tree, units) = (current.Rows, current.Tree, current.Units);
            return new ScoresTold(
                LedgerPass.Run(rows, tree, units, asked.Question, asked.Weights),
                asked.Before is { } before ? LedgerPass.Run(rows, tree, units, before, asked.Weights) : null,
                YearPass.Points(rows, tree, units, asked),
                YearPass.Parts(rows, tree, units, asked)
            );
        });
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<Guid, int>?> CountAsync(Visibility sees, CancellationToken cancellationToken = default)
    {
        if (Volatile.Read(ref now) is null)
        {
            return null;
        }

        await RefreshAsync(cancellationToken);
        return Read(current => current.Counts.GetOrAdd(sees, _ => Count(current, sees)));
    }

    /// <inheritdoc/>
    public async Task<UnitFacts> FactsAsync(Guid unit, Visibility sees, CancellationToken cancellationToken = default)
    {
        await RefreshAsync(cancellationToken);
        return Read(current => FactsPass.Run(current.Rows, current.Tree, current.Units, unit, Everything(sees)));
    }

    /// <summary>Takes over every change that is committed by now; loads all, the first time and when the changes cannot be told one by one.</summary>
    /// <param name="cancellationToken">Given up, the caller no longer waits; what is being read is read to its end for the next one.</param>
    public Task RefreshAsync(CancellationToken cancellationToken = default) =>
        Task.Run(RefreshInTurnAsync, Closed).WaitAsync(cancellationToken);

    public void Dispose()
    {
        // A container that knows it under two names disposes of it twice.
        if (closing.IsCancellationRequested)
        {
            return;
        }

        closing.Cancel();
        closing.Dispose();
    }

    /// <summary>Every row that counts and for whom its unit counts: what tests compare.</summary>
    internal IEnumerable<(Guid Conferral, Guid Unit, LedgerRow Row)> Told() =>
        now!.Rows.Told().Select(told => (told.Conferral, now.Units.IdOf(told.Row.Unit), told.Row));

    private static Dictionary<Guid, int> Count(Held current, Visibility sees)
    {
        var answer = LedgerPass.Run(current.Rows, current.Tree, current.Units, Everything(sees), EachCounts);
        return answer.Units.ToDictionary(u => u.Key, u => u.Value.Conferrals);
    }

    private static RankingQuestion Everything(Visibility sees) => new(From: null, To: null, Family: null, sees, LastYear: 0);

    private T Read<T>(Func<Held, T> read)
    {
        held.EnterReadLock();
        try
        {
            return read(now!);
        }
        finally
        {
            held.ExitReadLock();
        }
    }

    private async Task RefreshInTurnAsync()
    {
        await refreshing.WaitAsync(Closed);
        try
        {
            if (now is null || !await CatchUpAsync(now))
            {
                await LoadAsync();
            }
        }
        finally
        {
            refreshing.Release();
        }
    }

    /// <summary>
    /// Reads what changed until nothing more has: then everything that was read is of one moment, though it was read one after the other.
    /// Only then it is put in the place of what was held.
    /// </summary>
    /// <returns>Whether that was possible.</returns>
    private async Task<bool> CatchUpAsync(Held current)
    {
        var (position, rows, places) = (current.Position, new Dictionary<Guid, List<LedgerRow>>(), (UnitPlace[]?)null);
        for (var round = 0; round < MostRounds; round++)
        {
            var step = position.Take(await reader.ChangesAsync(position), clock.GetUtcNow());
            if (step is not { } taken || taken.New.Any(c => c.Kind == RankingChangeKind.Everything))
            {
                return false;
            }

            position = taken.Next;
            if (taken.New.Count == 0)
            {
                break;
            }

            var ids = await reader.ConferralsOfAsync(taken.New);
            places = taken.New.Any(c => c.Kind == RankingChangeKind.Units) ? await reader.UnitsAsync(current.Units) : places;
            foreach (var (conferral, its) in await reader.RowsAsync(ids, current.Units))
            {
                rows[conferral] = its;
            }
        }

        Apply(current, position, rows, places);
        return true;
    }

    private void Apply(Held current, ChangePosition position, Dictionary<Guid, List<LedgerRow>> rows, UnitPlace[]? places)
    {
        if (rows.Count == 0 && places is null)
        {
            current.Position = position;
            return;
        }

        held.EnterWriteLock();
        try
        {
            var tree = (places is null ? current.Tree : new LedgerTree(places, current.Units)).With(current.Units);
            if (places is not null)
            {
                current.Rows.Rearrange(tree);
            }

            foreach (var (conferral, its) in rows)
            {
                current.Rows.Replace(conferral, CollectionsMarshal.AsSpan(its), tree);
            }

            (current.Tree, current.Position) = (tree, position);
            current.Counts.Clear();
        }
        finally
        {
            held.ExitWriteLock();
        }
    }

    private async Task LoadAsync()
    {
        var began = Stopwatch.GetTimestamp();
        var position = await reader.PositionAsync(clock.GetUtcNow());
        var units = new UnitNumbers();
        var tree = new LedgerTree(await reader.UnitsAsync(units), units);
        var load = new LedgerLoad(
            database,
            units,
            tree,
            (what, count) => logger.LogInformation("Loading rankings: {Count} {What} read.", count, what)
        );
        var rows = load.Run(Closed);
        var loaded = new Held(position, units, tree.With(units), rows);

        // What was written while it was read.
        if (!await CatchUpAsync(loaded))
        {
            Closed.ThrowIfCancellationRequested();
            await LoadAsync();
            return;
        }

        loaded.LoadedIn = Stopwatch.GetElapsedTime(began);
        held.EnterWriteLock();
        now = loaded;
        held.ExitWriteLock();
        var figures = loaded.Figures;
        logger.LogInformation(
            "Rankings loaded: {Rows} recipients of {Units} units, {Megabytes} MB, in {Seconds:0.0} s.",
            figures.Rows,
            figures.Units,
            figures.Bytes >> 20,
            figures.LoadedIn.TotalSeconds
        );
    }

    private sealed class Held(ChangePosition position, UnitNumbers units, LedgerTree tree, LedgerRows rows)
    {
        public ChangePosition Position { get; set; } = position;

        public UnitNumbers Units { get; } = units;

        public LedgerTree Tree { get; set; } = tree;

        public LedgerRows Rows { get; } = rows;

        /// <summary>What was counted since the last change, by readers.</summary>
        public ConcurrentDictionary<Visibility, IReadOnlyDictionary<Guid, int>> Counts { get; } = new();

        public TimeSpan LoadedIn { get; set; }

        public LedgerFigures Figures => new(Rows.Living, Tree.Count, Rows.Memory, LoadedIn);
    }
}

/// <summary>What a ledger holds.</summary>
/// <param name="Rows">Recipients that count for a unit.</param>
/// <param name="Bytes">Of memory, for the columns.</param>
/// <param name="LoadedIn">How long it took to read all the last time.</param>
public sealed record LedgerFigures(int Rows, int Units, long Bytes, TimeSpan LoadedIn);
