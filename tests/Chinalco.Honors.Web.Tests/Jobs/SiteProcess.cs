using System.Diagnostics;
using System.Globalization;
using System.Net;
using Chinalco.Honors.Web.Tests.Hosting;

namespace Chinalco.Honors.Web.Tests.Jobs;

/// <summary>The site as a process of its own, to be killed.</summary>
internal sealed class SiteProcess : IDisposable
{
    private readonly Process process;

    private SiteProcess(Process process, Uri address, CookieContainer cookies)
    {
        this.process = process;
        Client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = address };
    }

    public HttpClient Client { get; }

    /// <summary>Starts the site on a database file and waits until it answers.</summary>
    /// <param name="siloPort">The same for every start, as on a real machine.</param>
    /// <param name="cookies">What the client's browser remembers from one start to the next.</param>
    public static async Task<SiteProcess> StartAsync(string databaseFile, int siloPort, int gatewayPort, CookieContainer cookies)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{FreePort.Next()}"));
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Chinalco.Honors.Web.dll") },
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["Urls"] = address.ToString();
        start.Environment["Database__File"] = databaseFile;
        start.Environment["Logs__Directory"] = Path.Combine(Path.GetDirectoryName(databaseFile)!, "logs");
        start.Environment["Seeds__Directory"] = Path.Combine(RepositoryRoot.Path, "seeds");
        start.Environment["Seeds__Samples"] = "false";
        start.Environment["Cluster__SiloPort"] = siloPort.ToString(CultureInfo.InvariantCulture);
        start.Environment["Cluster__GatewayPort"] = gatewayPort.ToString(CultureInfo.InvariantCulture);
        var started = Process.Start(start)!;
        started.BeginOutputReadLine();
        var site = new SiteProcess(started, address, cookies);
        await site.ReadyAsync();
        return site;
    }

    /// <summary>As <c>kill -9</c>: nothing is told, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
        Client.Dispose();
    }

    private async Task ReadyAsync()
    {
        while (true)
        {
            process.HasExited.ShouldBeFalse("the site ended while starting");
            try
            {
                using var answer = await Client.GetAsync(new Uri("/readyz", UriKind.Relative), TestContext.Current.CancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }
    }
}
