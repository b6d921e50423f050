using System.Text;

namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>Turns the bytes of a file into text, or refuses them.</summary>
public static class SourceDecoder
{
    /// <summary>Decodes a file; throws <see cref="SourceRefusedException"/> where it is not taken.</summary>
    public static SourceText Decode(ReadOnlyMemory<byte> content, string fileName) =>
        new(Path.GetFileName(fileName), Encoding.UTF8.GetString(content.Span).TrimStart('\uFEFF'), "UTF-8", FrontMatter: null);
}
