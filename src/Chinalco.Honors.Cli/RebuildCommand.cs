using System.CommandLine;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Cli;

/// <summary>
/// <c>honors rebuild</c>: derives search terms and sort keys anew from the facts, puts right what differs and says what it was. The site may
/// be running.
/// </summary>
internal static class RebuildCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var command = new Command("rebuild", "依据事实重新推导检索词和排序键，改正差异并列出").OnDatabase();
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.DatabaseOf(), cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(DatabaseOptions options, CancellationToken cancellationToken) =>
        DatabaseCommand.RunAsync(
            options,
            "读写",
            async services =>
            {
                var database = services.GetRequiredService<IHonorsDatabase>();
                await database.CheckAsync(cancellationToken);
                foreach (var line in await new SearchRebuild(database).RunAsync(cancellationToken))
                {
                    await Console.Out.WriteLineAsync(ToChinese(line));
                }

                return 0;
            }
        );

    private static string ToChinese(RebuildLine line)
    {
        var name = line.Table switch
        {
            nameof(SearchKind.Person) => "人物检索词",
            nameof(SearchKind.Unit) => "单位检索词",
            nameof(SearchKind.Award) => "荣誉检索词",
            nameof(SearchKind.Document) => "表彰文件检索词",
            nameof(SearchKind.Conferral) => "授予检索词",
            nameof(SearchKind.Article) => "文章全文检索",
            _ => "姓名排序键",
        };
        return line.Differences == 0
            ? $"{name}：核对 {line.Entities} 项，无差异。"
            : $"{name}：核对 {line.Entities} 项，补上 {line.Missing} 行，删去 {line.Superfluous} 行；例如 {string.Join('、', line.Examples)}。";
    }
}
