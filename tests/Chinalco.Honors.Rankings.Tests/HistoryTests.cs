using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Rankings.Tests;

/// <summary>Whatever happens, a ledger that follows the changes holds what one that is loaded then holds, and both say what the plain model says.</summary>
public sealed class HistoryTests
{
    private const int Steps = 70;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task After_every_step_of_any_history_the_ledger_is_right(int seed)
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            using var ledger = Questions.Ledger(database);
            var history = new Histories(database, seed);
            await history.PrepareAsync();
            for (var step = 0; step < Steps; step++)
            {
                var what = await history.StepAsync();
                await ledger.ShouldBeRightAsync(database, $"seed {seed}, step {step}, {what}");
            }

            history.Reorganised.ShouldBeGreaterThan(1);
        }
    }

    [Fact]
    public async Task Two_nodes_that_are_asked_in_turn_see_what_others_wrote()
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            using var one = Questions.Ledger(database);
            using var other = Questions.Ledger(database);
            var history = new Histories(database, seed: 11);
            await history.PrepareAsync();
            for (var step = 0; step < 40; step++)
            {
                var what = await history.StepAsync();
                await (step % 3 == 0 ? other : one).ShouldBeRightAsync(database, $"step {step}, {what}");
            }
        }
    }

    [Fact]
    public async Task Writers_at_work_leave_a_ledger_right_that_was_asked_all_the_while()
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            using var ledger = Questions.Ledger(database);
            var histories = new[] { new Histories(database, 21), new Histories(database, 22), new Histories(database, 23) };
            foreach (var history in histories)
            {
                await history.PrepareAsync();
            }

            var writing = histories.Select(history =>
                Task.Run(async () =>
                {
                    for (var step = 0; step < 25; step++)
                    {
                        await history.StepAsync();
                    }
                })
            );
            var done = Task.WhenAll(writing);
            var asked = 0;
            while (!done.IsCompleted)
            {
                await ledger.AskAsync(Questions.All, Domain.Ranking.RankingPolicy.Default.Weights);
                asked++;
            }

            await done;
            asked.ShouldBeGreaterThan(1);
            await ledger.ShouldBeRightAsync(database, "in the end");
        }
    }
}
