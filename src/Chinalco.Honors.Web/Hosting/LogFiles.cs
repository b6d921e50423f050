using Chinalco.Honors.Data;
using Chinalco.Honors.Grains.Hosting;
using Serilog;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Json;

namespace Chinalco.Honors.Web.Hosting;

/// <summary>The settings section <c>Logs</c>.</summary>
internal sealed class LogOptions
{
    public const string Section = "Logs";

    /// <summary>The law asks for six months: 网络安全法 第二十一条.</summary>
    public const int FewestDays = 183;

    /// <summary>The folder of the log files; a relative path counts from the product's home folder. Empty: no files, whoever runs the site keeps its console.</summary>
    public string Directory { get; set; } = "data/logs";

    /// <summary>Days for which a file is kept.</summary>
    public int KeepDays { get; set; } = 190;
}

/// <summary>Writes what the console shows into a file a day as well, one JSON object a line: no text that a user sent can pass for a line of its own.</summary>
internal static class LogFiles
{
    private const long LargestFile = 256L * 1024 * 1024;

    /// <exception cref="NotSupportedException">Files would be kept too short a time, or the folder cannot be written to.</exception>
    public static WebApplicationBuilder AddHonorsLogFiles(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(LogOptions.Section).Get<LogOptions>() ?? new LogOptions();
        builder.Services.AddSingleton(options);
        if (string.IsNullOrWhiteSpace(options.Directory))
        {
            return builder;
        }

        if (options.KeepDays < LogOptions.FewestDays)
        {
            throw new NotSupportedException(
                $"Logs:KeepDays 不得少于 {LogOptions.FewestDays} 天（《网络安全法》第二十一条），当前为 {options.KeepDays}。"
            );
        }

        var folder = Path.GetFullPath(options.Directory, HonorsHome.Find(builder.Environment.ContentRootPath));
        CheckWritable(folder);
        var cluster = builder.Configuration.GetSection(ClusterOptions.Section).Get<ClusterOptions>() ?? new ClusterOptions();
        var file = Path.Combine(folder, $"honors-{NodeName.Of(cluster).Replace(':', '-')}-.log");

        // Which levels are logged is the section Logging's to say, for the console and the files alike. (Serilog's own way to add itself lets
        // everything through, addresses with what people searched for included.)
        var logger = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .WriteTo.File(
                new JsonFormatter(renderMessage: true),
                file,
                rollingInterval: RollingInterval.Day,
                rollOnFileSizeLimit: true,
                fileSizeLimitBytes: LargestFile,
                retainedFileCountLimit: null,
                retainedFileTimeLimit: TimeSpan.FromDays(options.KeepDays)
            )
            .CreateLogger();
        builder.Logging.AddProvider(new SerilogLoggerProvider(logger, dispose: true));
        return builder;
    }

    /// <summary>The file sink keeps silent when it cannot write; a site without its log must not start.</summary>
    private static void CheckWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new NotSupportedException($"日志目录 {folder} 无法写入，请检查权限，或改设 Logs:Directory。", refused);
        }
    }
}
