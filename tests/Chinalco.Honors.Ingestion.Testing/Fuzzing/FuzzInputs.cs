using System.Net;
using System.Text;
using Chinalco.Honors.Ingestion.Testing.Files;

namespace Chinalco.Honors.Ingestion.Testing.Fuzzing;

/// <summary>
/// Damaged files without end: the samples as text, Markdown, Word, HTML and PDF, with their text or their bytes damaged. Seed and number decide
/// everything, so that each can be made again by itself.
/// </summary>
public sealed class FuzzInputs
{
    private static readonly string[] Encodings = ["utf-8", "utf-16", "utf-16BE", "gb18030"];
    private readonly (string Name, string Text)[] samples;
    private readonly int seed;
    private readonly int longest;

    /// <param name="seeds">The folder with the samples.</param>
    /// <param name="seed">What chance depends on.</param>
    /// <param name="longest">Most characters of an input.</param>
    public FuzzInputs(string seeds, int seed, int longest)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        (this.seed, this.longest) = (seed, longest);
        samples =
        [
            .. new[] { "articles", "newspaper", "documents" }
                .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(seeds, folder)))
                .Order(StringComparer.Ordinal)
                .Select(file => (Path.GetFileName(file), File.ReadAllText(file))),
        ];
    }

    /// <summary>The input of a number.</summary>
    public FuzzInput this[int number]
    {
        get
        {
            var random = new Random(unchecked((seed * 1_000_003) ^ number));
            var sample = samples[random.Next(samples.Length)];
            var other = samples[random.Next(samples.Length)].Text;
            var start = random.Next(Math.Max(1, sample.Text.Length - longest / 2));
            var text = random.Next(2) == 0 ? sample.Text : sample.Text.Substring(start, Math.Min(longest / 2, sample.Text.Length - start));
            return random.Next(10) switch
            {
                0 or 1 => Pure(random, sample.Name, text, other),
                2 or 3 or 4 => InEncoding(random, sample.Name, text, other),
                5 => Bytes(random, sample.Name, Encoding.UTF8.GetBytes(text)),
                6 => Word(random, text, other),
                7 => Html(random, text, other),
                8 => Pdf(random, text, other),
                _ => Renamed(random, text),
            };
        }
    }

    private FuzzInput Pure(Random random, string name, string text, string other)
    {
        var (damaged, damage) = new TextDamage(random).Apply(text, other, longest);
        return new(name, Content: null, damaged, damage);
    }

    private FuzzInput InEncoding(Random random, string name, string text, string other)
    {
        var (damaged, damage) = new TextDamage(random).Apply(text, other, longest);
        var encoding = Encoding.GetEncoding(Encodings[random.Next(Encodings.Length)]);
        byte[] content = [.. random.Next(2) == 0 ? encoding.GetPreamble() : [], .. encoding.GetBytes(damaged)];
        return new(name, content, Text: null, $"{encoding.WebName}: {damage}");
    }

    private FuzzInput Bytes(Random random, string name, byte[] content) => new(name, Damaged(random, content), Text: null, "bytes");

    private FuzzInput Word(Random random, string text, string other)
    {
        var damage = new TextDamage(random);
        var file = new WordFile();
        string[] lines = [.. Clean(text).Split('\n').Take(60)];
        foreach (var line in lines)
        {
            switch (random.Next(6))
            {
                case 0:
                    file.Table([line, "许牧川"], [random.Next(2) == 0 ? null : line, "蒲清和"]);
                    break;
                case 1:
                    file.Paragraph(line, random.Next(2) == 0 ? "a3" : "1");
                    break;
                case 2:
                    file.Xml(Clean(damage.Apply($"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>", other, 400).Text));
                    break;
                default:
                    file.Paragraph(line);
                    break;
            }
        }

        var content = file.ToBytes();
        return random.Next(2) == 0
            ? new("a.docx", content, Text: null, "word")
            : Bytes(random, "a.docx", content) with
            {
                Damage = "word, bytes",
            };
    }

    private FuzzInput Html(Random random, string text, string other)
    {
        var html = new StringBuilder("<!DOCTYPE html><html><body>");
        string[] tags = ["p", "div", "h1", "h2", "li", "td", "table", "tr", "b", "span", "article", "pre", "section"];
        foreach (var line in text.Split('\n').Take(80))
        {
            var tag = tags[random.Next(tags.Length)];
            html.Append('<').Append(tag).Append('>').Append(WebUtility.HtmlEncode(line));
            html.Append(random.Next(3) == 0 ? "" : $"</{tag}>");
        }

        var (damaged, damage) = new TextDamage(random).Apply(html.ToString(), other, longest);
        return new("a.html", Encoding.UTF8.GetBytes(damaged), Text: null, $"html: {damage}");
    }

    private FuzzInput Pdf(Random random, string text, string other)
    {
        var file = new PdfFile();
        var page = new StringBuilder();
        foreach (var line in text.Split('\n').Take(30))
        {
            page.Append(PdfFile.Text(random.Next(500), random.Next(840), random.Next(1, 30), line.Length > 40 ? line[..40] : line));
        }

        file.Page(page.ToString()).Lines("青禾铝业表彰会", "许牧川被授予“全国劳动模范”称号。");
        if (random.Next(2) == 0)
        {
            file.Compressed();
        }

        return random.Next(3) switch
        {
            0 => new("a.pdf", file.ToBytes(), Text: null, "pdf"),
            1 => Bytes(random, "a.pdf", file.ToBytes()) with { Damage = "pdf, bytes" },
            _ => new(
                "a.pdf",
                Encoding.Latin1.GetBytes(new TextDamage(random).Apply(Encoding.Latin1.GetString(file.ToBytes()), other, longest * 4).Text),
                Text: null,
                "pdf, text"
            ),
        };
    }

    private FuzzInput Renamed(Random random, string text)
    {
        string[] names = ["a.txt", "a.md", "a.docx", "a.html", "a.pdf", "a", "a.exe"];
        var content = random.Next(4) switch
        {
            0 => new WordFile().Paragraph(Clean(text)).ToBytes(),
            1 => new PdfFile().Lines("文").ToBytes(),
            2 => Encoding.UTF8.GetBytes("<html>" + text),
            _ => Encoding.UTF8.GetBytes(text),
        };
        return new(names[random.Next(names.Length)], content, Text: null, "renamed");
    }

    private static byte[] Damaged(Random random, byte[] content)
    {
        List<byte> bytes = [.. content];
        for (var round = random.Next(1, 20); round > 0 && bytes.Count > 0; round--)
        {
            var at = random.Next(bytes.Count);
            var length = random.Next(Math.Min(200, bytes.Count - at));
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes.InsertRange(at, new byte[length]);
                    break;
                default:
                    if (random.Next(10) == 0)
                    {
                        bytes.RemoveRange(at, bytes.Count - at);
                    }

                    break;
            }
        }

        return [.. bytes];
    }

    // XML takes no control characters and no halves of characters.
    private static string Clean(string text) =>
        string.Concat(text.Where(c => c is '\n' or (>= ' ' and < '\uD800') or (>= '\uE000' and <= '\uFFFD')));
}
