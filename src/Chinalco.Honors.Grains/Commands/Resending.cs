using Orleans.Runtime;

namespace Chinalco.Honors.Grains.Commands;

/// <summary>How long a sender tries when a node is lost on the way.</summary>
/// <param name="Attempts">How often a command is sent at most.</param>
/// <param name="GiveUpAfter">No further attempt begins after this time.</param>
public sealed record ResendPolicy(int Attempts, TimeSpan GiveUpAfter)
{
    /// <summary>The pause before the second attempt; each further pause is twice as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>No pause is longer: a grain of a lost node is at home elsewhere as soon as the others have noticed.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(3);

    public TimeSpan PauseAfter(int attempt) =>
        TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(attempt - 1, 16)));
}

/// <summary>
/// Sends a command again, under its one id, when it is unknown what became of it: the node that worked on it was lost, was shutting down
/// or did not answer in time. Carried out once in any case, because the id is recorded in the command's own transaction.
/// </summary>
internal sealed class Resending(ResendPolicy policy, TimeProvider clock)
{
    /// <exception cref="RegistryUnavailableException">The policy's attempts or time are used up.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<CommandOutcome> CallAsync(
        CommandStamp stamp,
        Func<CancellationToken, Task<CommandOutcome>> send,
        CancellationToken cancellationToken
    )
    {
        var began = clock.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return await send(cancellationToken);
            }
            catch (Exception lost) when (IsLost(lost))
            {
                if (attempt >= policy.Attempts || clock.GetElapsedTime(began) >= policy.GiveUpAfter)
                {
                    throw new RegistryUnavailableException(stamp.CommandId, lost);
                }
            }

            await Task.Delay(policy.PauseAfter(attempt), clock, cancellationToken);
        }
    }

    // Rejections, lost connections and silos, full gateways and unsettled directories all derive from OrleansException.
    private static bool IsLost(Exception exception) => exception is TimeoutException or OrleansException;
}
