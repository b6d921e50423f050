namespace Chinalco.Honors.Testing;

/// <summary>A clock that stands still until it is moved. Timers and delays run on real time, so that nothing waits for a clock that nobody moves.</summary>
public sealed class TestClock : TimeProvider
{
    /// <summary>Where every test clock begins.</summary>
    public static readonly DateTimeOffset Start = new(2025, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private long ticks = Start.UtcTicks;

    public DateTimeOffset Now => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
