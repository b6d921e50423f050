namespace Chinalco.Honors.Domain;

/// <summary>Who does something. Every write has one.</summary>
/// <param name="Id">Stable identity: <c>system</c>, or a user's id once sign-in exists.</param>
/// <param name="Name">The name that audit records show.</param>
public sealed record Actor(string Id, string Name)
{
    /// <summary>The system itself: first start, jobs, and every write until sign-in exists.</summary>
    public static readonly Actor System = new("system", "系统");

    /// <summary>The person at the machine's own command line.</summary>
    public static readonly Actor CommandLine = new("cli", "命令行");
}
