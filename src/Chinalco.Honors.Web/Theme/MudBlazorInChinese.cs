using System.Globalization;
using Chinalco.Honors.Web.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Chinalco.Honors.Web.Theme;

/// <summary>Gives MudBlazor's own texts, such as the pager's, in Chinese.</summary>
internal sealed class MudBlazorInChinese : MudLocalizer
{
    public override LocalizedString this[string key]
    {
        get
        {
            var text = MudBlazorTexts.ResourceManager.GetString(key, CultureInfo.InvariantCulture);
            return new LocalizedString(key, text ?? key, resourceNotFound: text is null);
        }
    }

    public override LocalizedString this[string key, params object[] arguments]
    {
        get
        {
            var found = this[key];
            return found.ResourceNotFound
                ? found
                : new LocalizedString(key, string.Format(CultureInfo.CurrentCulture, found.Value, arguments), resourceNotFound: false);
        }
    }
}
