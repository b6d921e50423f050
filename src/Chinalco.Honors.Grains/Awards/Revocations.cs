using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Documents;

namespace Chinalco.Honors.Grains.Awards;

/// <summary>The one way in which a conferral is taken back: by a finding that an editor accepts, by hand, or with a whole document.</summary>
internal static class Revocations
{
    /// <param name="ground">For the reader, in Chinese.</param>
    /// <param name="facts">Null when nothing is known but the ground.</param>
    /// <param name="byHand">Whoever enters it by hand has the decision at hand and says whose it is, and of which day.</param>
    public static async Task RevokeAsync(CommandScope scope, Conferral conferral, string ground, RevocationFacts? facts, bool byHand)
    {
        var told = facts ?? new RevocationFacts();
        if (byHand)
        {
            Require.That(new TextIsGiven("撤销机关", told.Body, Revocation.LongestBody), new ARevocationHasADate(told.Date is not null));
        }

        await EnteredDocuments.MustExistAsync(scope, [told.DocumentId]);
        conferral.Revoke(ground, told, scope.Stamp.By, scope.Now);
    }
}

/// <summary>Whoever revokes by hand says when it was decided.</summary>
public sealed class ARevocationHasADate(bool has) : IRule
{
    public bool Holds => has;

    public string Advice => "请填写撤销日期。";
}
