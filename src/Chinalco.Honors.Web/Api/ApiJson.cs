using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Chinalco.Honors.Web.Api;

/// <summary>How the API writes JSON.</summary>
internal static class ApiJson
{
    /// <summary>Chinese as itself, not as escapes.</summary>
    public static readonly JavaScriptEncoder ReadableChinese = JavaScriptEncoder.Create(UnicodeRanges.All);
}
