using System.Text.RegularExpressions;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chinalco.Honors.Web.Tests.Hosting;

public sealed partial class SettingsTests
{
    [Fact]
    public void No_settings_of_the_repository_hold_a_secret()
    {
        string[] folders = [Path.Combine(RepositoryRoot.Path, "src"), Path.Combine(RepositoryRoot.Path, "deploy")];
        var files = folders
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => IsSettings(Path.GetFileName(file)) && !IsBuilt(file))
            .ToList();

        files.Count.ShouldBeGreaterThan(4);
        var secrets = files.SelectMany(file => File.ReadLines(file).Where(HoldsSecret).Select(line => $"{file}: {line}"));

        secrets.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Password=", false)]
    [InlineData("\"ConnectionString\": \"Server=x;Password=;Encrypt=True\"", false)]
    [InlineData("SQLCMDPASSWORD: ${HONORS_SA_PASSWORD:?see compose.env.example}", false)]
    [InlineData("Database__ConnectionString=\"Server=x;Password=Hunter2;Encrypt=True\"", true)]
    [InlineData("\"ClientSecret\": \"abc\"", true)]
    [InlineData("HONORS_SA_PASSWORD=abc", true)]
    public void A_secret_is_told_from_an_empty_place(string line, bool secret) => HoldsSecret(line).ShouldBe(secret);

    [Theory]
    [InlineData("Logs:KeepDays", "182", "183 天")]
    [InlineData("Retention:Months", "5", "6 个月")]
    [InlineData("Audit:AnchorEvery", "3.00:00:00", "Audit:AnchorEvery")]
    [InlineData("Proxy:Known", "proxy.example", "Proxy:Known")]
    [InlineData("Evidence:MaxMegabytes", "61", "Evidence:MaxMegabytes")]
    public async Task A_setting_that_is_not_allowed_keeps_the_site_from_starting_and_says_why(string key, string value, string words)
    {
        var folder = Directory.CreateTempSubdirectory("honors-settings-").FullName;
        var builder = WebApplication.CreateBuilder([
            $"--{key}={value}",
            $"--Database:File={Path.Combine(folder, "honors.db")}",
            .. key.StartsWith("Logs", StringComparison.Ordinal) ? [$"--Logs:Directory={folder}"] : new[] { "--Logs:Directory=" },
        ]);

        var refused = Should.Throw<NotSupportedException>(() =>
        {
            builder.AddHonorsLogFiles();
            builder.AddHonors();
            builder.Build().UseKnownProxies();
        });

        refused.Message.ShouldContain(words);
        await Task.Run(() => Directory.Delete(folder, recursive: true));
    }

    [Fact]
    public void Log_files_that_cannot_be_written_keep_the_site_from_starting()
    {
        var file = Path.GetTempFileName();
        var builder = WebApplication.CreateBuilder([$"--Logs:Directory={Path.Combine(file, "logs")}"]);

        Should.Throw<NotSupportedException>(() => builder.AddHonorsLogFiles()).Message.ShouldContain("日志目录");
        File.Delete(file);
    }

    [Fact]
    public async Task Sign_ins_are_removed_when_they_are_older_than_the_setting_and_not_before()
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            var clock = new TestClock();
            var account = new Account(Guid.CreateVersion7(), "zhang.san", "张三", clock.Now) { SecurityStamp = "stamp" };
            await database.SaveAsync(account, SignIn(account, clock.Now.AddMonths(-7)), SignIn(account, clock.Now.AddMonths(-5)));
            var signIns = new OldSignIns(database, new RetentionOptions { Months = 6 }, clock, NullLogger<OldSignIns>.Instance);

            (await signIns.RemoveAsync(TestContext.Current.CancellationToken)).ShouldBe(1);

            var db = database.Open();
            await using (db)
            {
                (await db.SignInSessions.SingleAsync(TestContext.Current.CancellationToken)).BeganAt.ShouldBe(clock.Now.AddMonths(-5));
            }
        }
    }

    private static SignInSession SignIn(Account account, DateTimeOffset at) =>
        new(Guid.NewGuid(), account, at, at.AddHours(12), "10.0.0.1", "browser");

    private static bool IsSettings(string name) =>
        name.StartsWith("appsettings", StringComparison.Ordinal)
        || name.EndsWith(".example", StringComparison.Ordinal)
        || name.EndsWith(".yaml", StringComparison.Ordinal)
        || name is "launchSettings.json";

    private static bool IsBuilt(string file) => file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");

    private static bool HoldsSecret(string line) => !line.StartsWith("# ", StringComparison.Ordinal) && Secret().IsMatch(line);

    /// <summary>A word for a secret, then a value that is neither empty nor a reference to the environment.</summary>
    [GeneratedRegex(
        "(password|pwd|secret|apikey|token)\\w*\"?\\s*[=:]\\s*\"?[^\"\\s;$?,]",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 20_000
    )]
    private static partial Regex Secret();
}
