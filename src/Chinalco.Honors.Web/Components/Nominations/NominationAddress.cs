namespace Chinalco.Honors.Web.Components.Nominations;

/// <summary>Addresses of rounds, programmes and nominations.</summary>
internal static class NominationAddress
{
    public const string Rounds = "/nominations";

    /// <summary>Everything that waits for the user, however much it is.</summary>
    public const string AllWaiting = "/nominations?waiting=all";

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

    /// <summary>Where the result of a nomination is entered.</summary>
    public static string Result(Guid id) => $"{Of(id)}/result";

    /// <summary>The packet of a nomination.</summary>
    public static string Packet(Guid id) => $"{Of(id)}/packet";

    /// <summary>The minutes of a vote, or the letter of a body that was asked.</summary>
    public static string File(Guid id, Guid row) => $"{Of(id)}/files/{row}";

    /// <summary>Where the results of a round are entered at once.</summary>
    public static string Results(Guid round) => $"{Rounds}/{round}/results";

    /// <summary>What everybody sees of nominations today.</summary>
    public const string Publicity = "/publicity";

    public static string PublicityOf(Guid id) => $"{Publicity}/{id}";
}
