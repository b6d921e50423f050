using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Chinalco.Honors.Web.Tests.Hosting;

namespace Chinalco.Honors.Web.Tests.Oidc;

/// <summary>A real OpenID Connect provider as a process: npm's oidc-provider, installed once into a temporary folder.</summary>
internal sealed class OidcProvider : IAsyncDisposable
{
    public const string ClientId = "honors";

    public const string ClientSecret = "a-secret-for-tests-only";

    private static readonly string[] Sources = ["package.json", "package-lock.json", "provider.mjs"];

    private static readonly TimeSpan LongestInstallation = TimeSpan.FromMinutes(4);

    private readonly Process process;
    private readonly string accountsFile;
    private readonly ConcurrentQueue<string> output = new();

    private OidcProvider(Process process, string accountsFile) => (this.process, this.accountsFile) = (process, accountsFile);

    /// <summary>What the process said.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>Every token that was issued.</summary>
    public IReadOnlyList<string> Tokens =>
        [
            .. output
                .Where(line => line.StartsWith("issued ", StringComparison.Ordinal))
                .Select(line => JsonDocument.Parse(line["issued ".Length..]))
                .SelectMany(body =>
                    new[] { "access_token", "id_token", "refresh_token" }.Select(name =>
                        body.RootElement.TryGetProperty(name, out var token) ? token.GetString() : null
                    )
                )
                .OfType<string>(),
        ];

    /// <summary>Installs the package where it is not; says why not where it cannot be.</summary>
    /// <returns>The folder, or the reason.</returns>
    public static async Task<(string? Folder, string Reason)> InstallAsync()
    {
        var source = Path.Combine(RepositoryRoot.Path, "tests", "Chinalco.Honors.Web.Tests", "Oidc");
        var contents = string.Concat(Sources.Select(name => File.ReadAllText(Path.Combine(source, name))));
        var folder = Path.Combine(Path.GetTempPath(), "honors-oidc-" + Domain.Sha256Hex.Of(contents)[..16]);
        var done = Path.Combine(folder, "installed");
        if (File.Exists(done))
        {
            return (folder, "");
        }

        Directory.CreateDirectory(folder);
        foreach (var name in Sources)
        {
            File.Copy(Path.Combine(source, name), Path.Combine(folder, name), overwrite: true);
        }

        if (await RunAsync("node", folder, "-e", "process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)") is { } noNode)
        {
            return (null, $"Node.js 20 or later is needed for the provider: {noNode}");
        }

        if (await RunAsync("npm", folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund") is { } noPackage)
        {
            return (null, $"npm could not install oidc-provider: {noPackage}");
        }

        await File.WriteAllTextAsync(done, "", TestContext.Current.CancellationToken);
        return (folder, "");
    }

    /// <param name="folder">Where it is installed.</param>
    /// <param name="redirectUri">The only address that it sends browsers back to.</param>
    public static async Task<OidcProvider> StartAsync(string folder, int port, Uri redirectUri)
    {
        var accounts = Path.Combine(folder, $"accounts-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(accounts, "{}", TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = folder,
            ArgumentList = { "provider.mjs", port.ToString(CultureInfo.InvariantCulture), redirectUri.ToString(), accounts },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var provider = new OidcProvider(Process.Start(start)!, accounts);
        provider.process.OutputDataReceived += (_, line) =>
        {
            provider.output.Enqueue(line.Data ?? "");
            if (line.Data == "ready")
            {
                ready.TrySetResult();
            }
        };
        provider.process.ErrorDataReceived += (_, line) => provider.output.Enqueue(line.Data ?? "");
        provider.process.BeginOutputReadLine();
        provider.process.BeginErrorReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        return provider;
    }

    /// <summary>Says from now on what is claimed of a login.</summary>
    public async Task KnowAsync(string login, object claims)
    {
        var known = JsonSerializer.Deserialize<Dictionary<string, object>>(
            await File.ReadAllTextAsync(accountsFile, TestContext.Current.CancellationToken)
        )!;
        known[login] = claims;
        await File.WriteAllTextAsync(accountsFile, JsonSerializer.Serialize(known), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        File.Delete(accountsFile);
    }

    /// <returns>What went wrong; null when nothing did.</returns>
    private static async Task<string?> RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var run = Process.Start(start)!;
            var (output, error) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            limit.CancelAfter(LongestInstallation);
            await run.WaitForExitAsync(limit.Token);
            return run.ExitCode == 0 ? null : $"{program} ended with {run.ExitCode}: {(await error).Trim()} {(await output).Trim()}";
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            return $"{program} took longer than {LongestInstallation}.";
        }
    }
}
