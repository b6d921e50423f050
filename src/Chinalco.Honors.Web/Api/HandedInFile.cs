using System.Text;
using System.Text.Json;

namespace Chinalco.Honors.Web.Api;

/// <summary>A file or text as a request hands it in.</summary>
internal sealed record HandedInFile(string FileName, byte[] Content)
{
    private sealed record TextBody(string? FileName, string? Text);

    /// <summary>Reads a multipart file, a JSON text or a raw body; null when the request holds none of them.</summary>
    public static async Task<HandedInFile?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellationToken);
            return form.Files.Count == 1
                ? new HandedInFile(form.Files[0].FileName, await BytesAsync(form.Files[0].OpenReadStream(), cancellationToken))
                : null;
        }

        if (request.HasJsonContentType())
        {
            try
            {
                var body = await request.ReadFromJsonAsync<TextBody>(cancellationToken);
                return body?.Text is null ? null : new HandedInFile(body.FileName ?? "文本.txt", Encoding.UTF8.GetBytes(body.Text));
            }
            catch (JsonException)
            {
                return null;
            }
        }

        var name = request.Query["fileName"].ToString();
        return name.Length == 0 ? null : new HandedInFile(name, await BytesAsync(request.Body, cancellationToken));
    }

    private static async Task<byte[]> BytesAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }
}
