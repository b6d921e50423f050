using System.Collections.Immutable;
using Chinalco.Honors.Packets.Files;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Chinalco.Honors.Packets.Templates;

/// <summary>Fills a template: content controls, placeholders, rows and paragraphs that are repeated, footnotes.</summary>
public static class TemplateFiller
{
    /// <param name="template">Checked by <see cref="TemplateCheck"/>.</param>
    /// <returns>A document (docx); the same bytes for the same input.</returns>
    public static byte[] Fill(byte[] template, TemplateValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        using var stream = new MemoryStream();
        stream.Write(template);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true, TemplateCheck.Settings))
        {
            var notes = new Footnoting(document.MainDocumentPart!);
            foreach (var (_, root) in TemplateParts.Of(document).ToList())
            {
                new Filling(values, root is Document ? notes : null).Fill(root);
                root.Save();
            }

            notes.Save();
        }

        return StableZip.Of(stream.ToArray());
    }

    /// <summary>One part that is filled.</summary>
    /// <param name="notes">Null where a part holds no footnotes.</param>
    private sealed class Filling(TemplateValues values, Footnoting? notes)
    {
        public void Fill(OpenXmlElement root)
        {
            foreach (var control in Controls(root).Where(c => TagOf(c)?.StartsWith('#') == true).ToList())
            {
                Repeat(control);
            }

            foreach (var table in root.Descendants<Table>().ToList())
            {
                RepeatRows(table);
            }

            RepeatParagraphs(root);
            Fill(root, list: null, row: null);
            Mend(root);
        }

        /// <summary>A list without rows leaves tables without rows and cells without paragraphs, which Word does not open.</summary>
        private static void Mend(OpenXmlElement root)
        {
            foreach (var table in root.Descendants<Table>().Where(t => TemplateBlocks.RowsOf(t).Count == 0).ToList())
            {
                table.InsertAfterSelf(new Paragraph());
                table.Remove();
            }

            foreach (var cell in root.Descendants<TableCell>().Where(c => c.LastChild is not (Paragraph or SdtBlock)).ToList())
            {
                cell.Append(new Paragraph());
            }
        }

        private static IEnumerable<SdtElement> Controls(OpenXmlElement root) => root.Descendants<SdtElement>();

        private static string? TagOf(SdtElement control) => control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value;

        /// <summary>A content control whose tag names a list stands there once for each row.</summary>
        private void Repeat(SdtElement control)
        {
            var list = TemplateFields.FindList(TagOf(control)![1..])!;
            var content = control.ChildElements.FirstOrDefault(c =>
                c is SdtContentBlock or SdtContentRow or SdtContentRun or SdtContentCell
            );
            List<OpenXmlElement> block = [.. content?.ChildElements ?? []];
            if (block.Count > 1 && block.TrueForAll(IsRepeatedItem))
            {
                // A repeating section that Word saved with several items: one of them is the pattern.
                block = block[..1];
            }

            Repeat(block, list, copy => control.InsertBeforeSelf(copy));
            control.Remove();
        }

        private static bool IsRepeatedItem(OpenXmlElement element) =>
            element is SdtElement { SdtProperties: { } properties }
            && properties.ChildElements.Any(p => p.LocalName == "repeatingSectionItem");

        private void RepeatRows(Table table)
        {
            var rows = TemplateBlocks.RowsOf(table);
            for (var i = 0; i < rows.Count; i++)
            {
                if (
                    TemplateBlocks.MarksOf(rows[i]).FirstOrDefault(m => m.Kind == PlaceholderKind.Begin) is not { } begin
                    || IsWithinCell(rows[i], begin)
                )
                {
                    continue;
                }

                var list = TemplateFields.FindList(begin.Word)!;
                var last = rows.FindIndex(i, r => TemplateBlocks.MarksOf(r).Any(m => m.Kind == PlaceholderKind.End));
                List<OpenXmlElement> block = [.. rows[i..(Math.Max(last, i) + 1)]];
                block.ForEach(StripMarks);
                Repeat(block, list, copy => block[0].InsertBeforeSelf(copy));
                block.ForEach(r => r.Remove());
                i = Math.Max(last, i);
            }
        }

        /// <summary>Whether the block begins and ends in paragraphs of its own in one cell: then they are repeated, and not the row.</summary>
        private static bool IsWithinCell(TableRow row, Placeholder begin) =>
            row.Descendants<Paragraph>().FirstOrDefault(p => TemplateBlocks.Alone(p, PlaceholderKind.Begin)?.Word == begin.Word)
                is { } first
            && first.ElementsAfter().OfType<Paragraph>().Any(p => TemplateBlocks.Alone(p, PlaceholderKind.End) is not null);

        private static void StripMarks(OpenXmlElement block)
        {
            foreach (var paragraph in block.Descendants<Paragraph>())
            {
                foreach (var mark in Placeholder.In(ParagraphText.Of(paragraph)).Where(p => p.Kind != PlaceholderKind.Field).Reverse())
                {
                    ParagraphText.Replace(paragraph, mark.Start, mark.Length, "");
                }
            }
        }

        /// <summary>Paragraphs and tables between a paragraph that begins a list and one that ends it.</summary>
        private void RepeatParagraphs(OpenXmlElement root)
        {
            foreach (
                var begin in root.Descendants<Paragraph>().Where(p => TemplateBlocks.Alone(p, PlaceholderKind.Begin) is not null).ToList()
            )
            {
                var list = TemplateFields.FindList(TemplateBlocks.Alone(begin, PlaceholderKind.Begin)!.Word)!;
                var after = begin.ElementsAfter().ToList();
                var end = after.FindIndex(e => e is Paragraph p && TemplateBlocks.Alone(p, PlaceholderKind.End) is not null);
                if (end < 0)
                {
                    continue;
                }

                Repeat(after[..end], list, copy => begin.InsertBeforeSelf(copy));
                after[..(end + 1)].ForEach(e => e.Remove());
                begin.Remove();
            }
        }

        private void Repeat(IReadOnlyList<OpenXmlElement> block, TemplateList list, Action<OpenXmlElement> insert)
        {
            foreach (var row in values.Rows(list))
            {
                foreach (var element in block)
                {
                    var copy = element.CloneNode(deep: true);
                    insert(copy);
                    Fill(copy, list, row);
                }
            }
        }

        private void Fill(OpenXmlElement root, TemplateList? list, ImmutableDictionary<string, FieldValue>? row)
        {
            foreach (var control in Controls(root).Where(c => TagOf(c) is { Length: > 0 } tag && !tag.StartsWith('#')).ToList())
            {
                FillControl(control, ValueOf(TagOf(control)!, list, row));
                if (row is not null)
                {
                    // It is a row's: the packet's fields do not fill it again.
                    control.SdtProperties!.RemoveAllChildren<Tag>();
                }
            }

            foreach (
                var paragraph in (root is Paragraph self ? [self] : Enumerable.Empty<Paragraph>())
                    .Concat(root.Descendants<Paragraph>())
                    .ToList()
            )
            {
                FillParagraph(paragraph, list, row);
            }
        }

        private FieldValue ValueOf(string word, TemplateList? list, ImmutableDictionary<string, FieldValue>? row) =>
            TemplateFields.Find(word, list) is not { } field ? FieldValue.Blank
            : list is not null && TemplateFields.IsOf(list, field) ? row!.GetValueOrDefault(field.Key, FieldValue.Blank)
            : values.Of(field);

        private void FillControl(SdtElement control, FieldValue value)
        {
            // What was bound to data would show the data again, and a hint is grey and goes away when somebody types.
            control.SdtProperties!.RemoveAllChildren<ShowingPlaceholder>();
            control.SdtProperties.RemoveAllChildren<DataBinding>();
            if (value.IsRich && notes is not null && Home(control) is { } paragraph)
            {
                foreach (var hint in control.Descendants<Paragraph>().Where(p => !ReferenceEquals(p, paragraph)).ToList())
                {
                    hint.Remove();
                }

                Write(paragraph, value);
                return;
            }

            var pieces = control.Descendants<Text>().ToList();
            var first = pieces.FirstOrDefault() ?? NewPiece(control);
            if (first is null)
            {
                return;
            }

            pieces.ForEach(p => p.Text = "");
            (first.Text, first.Space) = (XmlText.Clean(value.Text), SpaceProcessingModeValues.Preserve);
            // A hint for whoever types looks grey; what stands there now does not.
            first.Ancestors<Run>().First().RunProperties?.RunStyle?.Remove();
            ParagraphText.BreakLines(first.Ancestors<Paragraph>().First());
        }

        /// <summary>The paragraph whose place a story takes: the control's own, or the one that holds nothing but the control.</summary>
        private static Paragraph? Home(SdtElement control) =>
            control.Descendants<Paragraph>().FirstOrDefault()
            ?? (control.Parent is Paragraph around && ParagraphText.Of(around).Trim() == control.InnerText.Trim() ? around : null);

        private static Text? NewPiece(SdtElement control)
        {
            var home =
                control.Descendants<Paragraph>().FirstOrDefault() ?? (OpenXmlElement?)control.Descendants<SdtContentRun>().FirstOrDefault();
            return home?.AppendChild(new Run()).AppendChild(new Text());
        }

        private void FillParagraph(Paragraph paragraph, TemplateList? list, ImmutableDictionary<string, FieldValue>? row)
        {
            var text = ParagraphText.Of(paragraph);
            var placeholders = Placeholder.In(text).Where(p => p.Kind == PlaceholderKind.Field).ToList();
            if (placeholders.Count == 0)
            {
                return;
            }

            if (
                placeholders is [var only]
                && text.Trim().Length == only.Length
                && ValueOf(only.Word, list, row) is { IsRich: true } rich
                && notes is not null
            )
            {
                Write(paragraph, rich);
                return;
            }

            if (
                placeholders is [var whole]
                && text.Trim().Length == whole.Length
                && ValueOf(whole.Word, list, row).Text.Split('\n') is { Length: > 1 } lines
            )
            {
                foreach (var line in lines)
                {
                    var copy = (Paragraph)paragraph.CloneNode(deep: true);
                    ParagraphText.Replace(copy, whole.Start, whole.Length, XmlText.Clean(line));
                    paragraph.InsertBeforeSelf(copy);
                }

                paragraph.Remove();
                return;
            }

            foreach (var placeholder in Enumerable.Reverse(placeholders))
            {
                var value = ValueOf(placeholder.Word, list, row);
                ParagraphText.Replace(paragraph, placeholder.Start, placeholder.Length, XmlText.Clean(value.Text));
            }

            ParagraphText.BreakLines(paragraph);
        }

        /// <summary>Paragraphs that look like the one whose place they take.</summary>
        private void Write(Paragraph place, FieldValue value)
        {
            var look = place.Descendants<Run>().FirstOrDefault()?.RunProperties;
            foreach (var spans in value.Paragraphs)
            {
                var paragraph = new Paragraph();
                if (place.ParagraphProperties is { } properties)
                {
                    paragraph.Append(properties.CloneNode(deep: true));
                }

                if (spans is [{ IsHeading: true }, ..])
                {
                    (paragraph.ParagraphProperties ??= new ParagraphProperties()).KeepNext = new KeepNext();
                }

                foreach (var span in spans)
                {
                    paragraph.Append(notes!.Runs(span, look));
                }

                place.InsertBeforeSelf(paragraph);
            }

            place.Remove();
        }
    }
}
