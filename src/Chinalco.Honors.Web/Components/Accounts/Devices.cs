using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Components.Accounts;

/// <summary>Names a browser so that its owner knows it again.</summary>
internal static class Devices
{
    // In this order: a browser also names those that it wants to be taken for.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("MicroMessenger", "微信"),
        ("DingTalk", "钉钉"),
        ("wxwork", "企业微信"),
        ("Edg", "Edge"),
        ("QQBrowser", "QQ 浏览器"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("HarmonyOS", "鸿蒙"),
        ("Android", "安卓"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ];

    /// <param name="userAgent">What the browser called itself.</param>
    public static string Name(string? userAgent) =>
        (Found(Browsers, userAgent), Found(Systems, userAgent)) switch
        {
            ({ } browser, { } system) => AccountTexts.DeviceOn.With(browser, system),
            ({ } browser, null) => browser,
            (null, { } system) => system,
            (null, null) => AccountTexts.DeviceUnknown,
        };

    private static string? Found((string Sign, string Name)[] known, string? userAgent) =>
        userAgent is null ? null : Array.Find(known, k => userAgent.Contains(k.Sign, StringComparison.OrdinalIgnoreCase)).Name;
}
