namespace Chinalco.Honors.Web.Components.Nominations;

/// <summary>Addresses of rounds, programmes and nominations.</summary>
internal static class NominationAddress
{
    public const string Rounds = "/nominations";

    public const string NewRound = "/nominations/new";

    public const string Programmes = "/nominations/programmes";

    public const string Calendars = "/nominations/calendars";

    public static string Programme(Guid id) => $"{Programmes}/{id}";

    public static string ProgrammeEdit(Guid id) => $"{Programmes}/{id}/edit";

    public static string Round(Guid id) => $"{Rounds}/{id}";

    public static string Quotas(Guid round) => $"{Rounds}/{round}/quotas";

    public static string Add(Guid round) => $"{Rounds}/{round}/add";

    /// <summary>The form that nominates a candidate.</summary>
    public static string Add(Guid round, Guid candidate) => $"{Add(round)}?candidate={candidate}";

    /// <summary>One nomination.</summary>
    public static string Of(Guid id) => $"{Rounds}/of/{id}";
}
