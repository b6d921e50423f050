using Chinalco.Honors.Nominations.Programmes;
using Chinalco.Honors.Nominations.Quotas;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Components.Nominations;

/// <summary>Puts shares into the site's words.</summary>
internal static class NominationWording
{
    public static string Of(Share share) =>
        (share.AtLeast, share.AtMost) switch
        {
            ({ } least, { } most) => NominationTexts.ShareBetween.With(share.Group, least, most),
            ({ } least, null) => NominationTexts.ShareLeast.With(share.Group, least),
            (null, { } most) => NominationTexts.ShareMost.With(share.Group, most),
            _ => share.Group,
        };

    /// <summary>How a share stands: kept, or how many are too few or too many.</summary>
    public static string Of(ShareState state) =>
        state.Missing > 0 ? NominationTexts.ShareTooFew.With(state.Number, state.Needed, state.Missing)
        : state.Missing < 0 ? NominationTexts.ShareTooMany.With(state.Number, state.Allowed, -state.Missing)
        : NominationTexts.ShareKept.With(state.Number);
}
