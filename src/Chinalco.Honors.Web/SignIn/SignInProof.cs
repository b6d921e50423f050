namespace Chinalco.Honors.Web.SignIn;

/// <summary>What somebody proved who they are with.</summary>
/// <param name="How">For the record.</param>
/// <param name="Once">Set when the proof counts once only.</param>
public sealed record SignInProof(string How, SignInProof.Mark? Once = null)
{
    /// <summary>Remembers a proof that was used, as the id of the sign-in's command.</summary>
    /// <param name="Id">The id that using it now leaves behind.</param>
    /// <param name="Earlier">The ids that it left behind if it was used a little earlier.</param>
    public sealed record Mark(Guid Id, IReadOnlyList<Guid> Earlier);
}
