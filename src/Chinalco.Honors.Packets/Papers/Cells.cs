namespace Chinalco.Honors.Packets.Papers;

/// <summary>The cells that forms are made of.</summary>
internal static class Cells
{
    public static FormCell Label(string text, int span = 1, bool? merge = null) => new([(PaperLook.Label, text)], span, merge);

    public static FormCell Value(string text, int span = 1, bool? merge = null) => new([(PaperLook.Cell, text)], span, merge);

    public static FormCell Left(string text, int span = 1) => new([(PaperLook.CellLeft, text)], span);

    /// <summary>Lines from the top of a high cell.</summary>
    public static FormCell Top(string text, int span = 1) => new([(PaperLook.CellLeft, text)], span) { AtTop = true };

    public static FormCell Text(string text, int span = 1) => new([(PaperLook.CellText, text)], span) { AtTop = true };

    public static FormRow Pair(string label, string value) => new(720, Label(label), Value(value));

    /// <summary>Where somebody signs and stamps.</summary>
    public static FormCell Signed(int span = 1, string who = "（盖章）") =>
        new(
            [(PaperLook.Cell, ""), (PaperLook.Cell, $"　　　　　　　　　　{who}"), (PaperLook.Cell, "　　　　　　　　　　年　　月　　日")],
            span,
            AtBottom: true
        );
}
