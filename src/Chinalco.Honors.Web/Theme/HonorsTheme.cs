using MudBlazor;

namespace Chinalco.Honors.Web.Theme;

/// <summary>
/// The look of the honours hall: ink on warm paper, one deep vermilion, the greys of aluminium. Fonts are those of the reader's system,
/// a Song face for names and headings: nothing is fetched from elsewhere.
/// </summary>
internal static class HonorsTheme
{
    private static readonly string[] Sans =
    [
        "Noto Sans SC",
        "Noto Sans CJK SC",
        "Source Han Sans SC",
        "PingFang SC",
        "Microsoft YaHei",
        "Helvetica Neue",
        "Arial",
        "sans-serif",
    ];

    private static readonly string[] Serif =
    [
        "Noto Serif SC",
        "Noto Serif CJK SC",
        "Source Han Serif SC",
        "Songti SC",
        "STSong",
        "SimSun",
        "serif",
    ];

    public static readonly MudTheme Theme = new()
    {
        PaletteLight = new PaletteLight
        {
            Black = "#1f2226",
            White = "#ffffff",
            Primary = "#9f2b1c",
            PrimaryContrastText = "#ffffff",
            Secondary = "#4a5661",
            SecondaryContrastText = "#ffffff",
            Tertiary = "#8a6a1f",
            TertiaryContrastText = "#ffffff",
            Info = "#2f5570",
            Success = "#2f6247",
            Warning = "#8a5a12",
            Error = "#a32020",
            Dark = "#24282d",
            TextPrimary = "#24282d",
            TextSecondary = "#555c64",
            TextDisabled = "#7b8188",
            ActionDefault = "#555c64",
            ActionDisabled = "#9aa0a6",
            ActionDisabledBackground = "#e6e4df",
            Background = "#f8f5ef",
            BackgroundGray = "#efece5",
            Surface = "#fffdfa",
            AppbarBackground = "#fffdfa",
            AppbarText = "#24282d",
            DrawerBackground = "#fffdfa",
            DrawerText = "#24282d",
            LinesDefault = "#dcd8cf",
            LinesInputs = "#8d9299",
            TableLines = "#e2ded5",
            TableStriped = "#f5f2eb",
            TableHover = "#f3efe6",
            Divider = "#dcd8cf",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography
            {
                FontFamily = Sans,
                FontSize = "1rem",
                LineHeight = "1.7",
                LetterSpacing = "normal",
            },
            H1 = new H1Typography
            {
                FontFamily = Serif,
                FontSize = "2rem",
                FontWeight = "700",
                LineHeight = "1.35",
                LetterSpacing = "normal",
            },
            H2 = new H2Typography
            {
                FontFamily = Serif,
                FontSize = "1.375rem",
                FontWeight = "700",
                LineHeight = "1.4",
                LetterSpacing = "normal",
            },
            H3 = new H3Typography
            {
                FontFamily = Serif,
                FontSize = "1.125rem",
                FontWeight = "700",
                LineHeight = "1.5",
                LetterSpacing = "normal",
            },
            Body1 = new Body1Typography
            {
                FontFamily = Sans,
                LetterSpacing = "normal",
                LineHeight = "1.7",
            },
            Body2 = new Body2Typography
            {
                FontFamily = Sans,
                LetterSpacing = "normal",
                LineHeight = "1.6",
            },
            Button = new ButtonTypography
            {
                FontFamily = Sans,
                LetterSpacing = "normal",
                TextTransform = "none",
            },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "3px", AppbarHeight = "0px" },
    };
}
