namespace Chinalco.Honors.Domain;

/// <summary>Who does something. Every write has one.</summary>
/// <param name="Id">Stable identity: an account's id, or <c>system</c>, <c>cli</c>, <c>anonymous</c>.</param>
/// <param name="Name">The name that audit records show.</param>
public sealed record Actor(string Id, string Name)
{
    /// <summary>The system itself: first start, jobs.</summary>
    public static readonly Actor System = new("system", "系统");

    /// <summary>The person at the machine's own command line.</summary>
    public static readonly Actor CommandLine = new("cli", "命令行");

    /// <summary>Somebody who has not proved who they are.</summary>
    public static readonly Actor Anonymous = new("anonymous", "未登录者");
}
