using System.Net.Http.Json;
using System.Text.Json;

namespace Chinalco.Honors.Web.Tests.Api;

internal static class HttpClientExtensions
{
    /// <summary>The JSON at a path; anything but success fails the test.</summary>
    public static async Task<JsonElement> GetJsonAsync(this HttpClient client, string path) =>
        await client.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Hands a text in and gives the answer.</summary>
    public static async Task<HttpResponseMessage> IngestAsync(this HttpClient client, string fileName, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", fileName } };
        return await client.PostAsync(new Uri("/api/v1/ingestions", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until the job is over and gives it.</summary>
    public static async Task<JsonElement> FinishedJobAsync(this HttpClient client, Guid id)
    {
        while (true)
        {
            var job = await client.GetJsonAsync($"/api/v1/ingestions/{id}");
            if (job.GetProperty("state").GetString() is not ("Queued" or "Running"))
            {
                return job;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
