using Chinalco.Honors.Packets.Files;
using Chinalco.Honors.Packets.Papers;
using Chinalco.Honors.Packets.Stories;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Chinalco.Honors.Packets.Templates;

/// <summary>Adds footnotes to a document, behind those that it has.</summary>
internal sealed class Footnoting(MainDocumentPart main)
{
    private const string StyleId = "PacketFootnote";
    private const string PartId = "rIdPacketFootnotes";

    private Footnotes? footnotes = main.FootnotesPart?.Footnotes;

    /// <summary>The runs of a stretch of text: the text, 【待核】 where nothing proves it, the sign of its footnote.</summary>
    /// <param name="look">How the text looks; null for the paragraph's own look.</param>
    public IEnumerable<Run> Runs(Span span, RunProperties? look)
    {
        yield return span.IsHeading ? Heading(span.Text, look) : Run(span.Text, look);
        if (span.IsPending)
        {
            var pending = Run(StorySentence.PendingMark, look);
            (pending.RunProperties ??= new RunProperties()).Highlight = new Highlight { Val = HighlightColorValues.Yellow };
            yield return pending;
        }

        if (span.Note is { Length: > 0 } note)
        {
            yield return new Run(Raised(), new FootnoteReference { Id = Add(note) });
        }
    }

    public void Save() => footnotes?.Save();

    private static RunProperties Raised() => new(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript });

    private static Run Heading(string text, RunProperties? look)
    {
        var run = Run(text, look);
        (run.RunProperties ??= new RunProperties()).RunFonts = new RunFonts
        {
            Ascii = PaperLook.Hei,
            HighAnsi = PaperLook.Hei,
            EastAsia = PaperLook.Hei,
        };
        return run;
    }

    private static Run Run(string text, RunProperties? look)
    {
        var run = new Run();
        if (look is not null)
        {
            run.Append(look.CloneNode(deep: true));
        }

        run.Append(new Text(XmlText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    private long Add(string note)
    {
        footnotes ??= Begin();
        var id = footnotes.Elements<Footnote>().Max(f => f.Id?.Value ?? 0) + 1;
        footnotes.Append(
            new Footnote(
                new Paragraph(
                    new ParagraphProperties(
                        new ParagraphStyleId { Val = StyleId },
                        new SpacingBetweenLines
                        {
                            After = "0",
                            Line = "240",
                            LineRule = LineSpacingRuleValues.Auto,
                        },
                        new Justification { Val = JustificationValues.Left }
                    ),
                    new Run(Small(raised: true), new FootnoteReferenceMark()),
                    new Run(Small(raised: false), new Text(" " + XmlText.Clean(note)) { Space = SpaceProcessingModeValues.Preserve })
                )
            )
            {
                Id = id,
            }
        );
        return id;
    }

    private static RunProperties Small(bool raised)
    {
        var properties = new RunProperties(
            new RunFonts
            {
                Ascii = "宋体",
                HighAnsi = "宋体",
                EastAsia = "宋体",
            },
            new FontSize { Val = "18" }
        );
        if (raised)
        {
            properties.Append(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript });
        }

        return properties;
    }

    /// <summary>The number before a note takes its size from the paragraph's style; a template need not have one for it.</summary>
    private void AddStyle()
    {
        var part = main.StyleDefinitionsPart ?? main.AddNewPart<StyleDefinitionsPart>("rIdPacketStyles");
        part.Styles ??= new Styles();
        part.Styles.Append(
            new Style(new StyleName { Val = "材料脚注" }, new StyleRunProperties(new FontSize { Val = "18" }))
            {
                Type = StyleValues.Paragraph,
                StyleId = StyleId,
                CustomStyle = true,
            }
        );
        part.Styles.Save();
    }

    private Footnotes Begin()
    {
        AddStyle();
        var part = main.AddNewPart<FootnotesPart>(PartId);
        return part.Footnotes = new Footnotes(
            new Footnote(new Paragraph(new Run(new SeparatorMark()))) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
            new Footnote(new Paragraph(new Run(new ContinuationSeparatorMark())))
            {
                Type = FootnoteEndnoteValues.ContinuationSeparator,
                Id = 0,
            }
        );
    }
}
