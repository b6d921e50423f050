using System.Text;

namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>Finds the encoding of a text: by its byte order mark, else by what is valid and reads like Chinese.</summary>
public static class EncodingDetector
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding StrictUtf16 = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding StrictUtf16BigEndian = new UnicodeEncoding(
        bigEndian: true,
        byteOrderMark: false,
        throwOnInvalidBytes: true
    );
    private static readonly Encoding StrictGb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030",
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    /// <summary>The text without byte order mark, and the name of its encoding.</summary>
    /// <exception cref="SourceRefusedException">It is binary or makes no sense in any encoding.</exception>
    public static (string Text, string Encoding) Decode(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (bytes.StartsWith((byte[])[0xEF, 0xBB, 0xBF]))
        {
            return (Readable(Try(StrictUtf8, bytes[3..]) ?? Encoding.UTF8.GetString(bytes[3..])), "UTF-8");
        }

        if (bytes.StartsWith((byte[])[0xFF, 0xFE]))
        {
            return (Readable(Try(StrictUtf16, bytes[2..])), "UTF-16LE");
        }

        if (bytes.StartsWith((byte[])[0xFE, 0xFF]))
        {
            return (Readable(Try(StrictUtf16BigEndian, bytes[2..])), "UTF-16BE");
        }

        return WithoutMark(bytes);
    }

    private static (string Text, string Encoding) WithoutMark(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.Contains((byte)0) && Try(StrictUtf8, bytes) is { } utf8)
        {
            return (Readable(utf8), "UTF-8");
        }

        // Every line end of a UTF-16 text holds a NUL, no line end of any other does.
        if (bytes.Contains((byte)0))
        {
            return Plausible(StrictUtf16, bytes, "UTF-16LE") ?? Plausible(StrictUtf16BigEndian, bytes, "UTF-16BE") ?? throw Binary();
        }

        return Plausible(StrictGb18030, bytes, "GB18030")
            ?? Plausible(StrictUtf16, bytes, "UTF-16LE")
            ?? Plausible(StrictUtf16BigEndian, bytes, "UTF-16BE")
            ?? throw Unknown();
    }

    private static (string Text, string Encoding)? Plausible(Encoding encoding, ReadOnlySpan<byte> bytes, string name) =>
        Try(encoding, bytes) is { } text && TextPlausibility.ReadsLikeChinese(text) ? (text, name) : null;

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Readable(string? text) =>
        text is null ? throw Unknown()
        : TextPlausibility.HoldsControlCharacters(text) ? throw Binary()
        : TextPlausibility.IsMostlyReplacement(text) ? throw Unknown()
        : text;

    private static SourceRefusedException Binary() =>
        new(SourceRefusal.Binary, "文件含有文本中不会出现的控制字符，不是文本文件。请用原程序打开并另存为纯文本（UTF-8）后再导入。");

    private static SourceRefusedException Unknown() =>
        new(
            SourceRefusal.UnknownEncoding,
            "无法识别文件的编码（不是 UTF-8、UTF-16 或 GB18030 的中文文本）。请另存为 UTF-8 编码的文本后再导入。"
        );
}
