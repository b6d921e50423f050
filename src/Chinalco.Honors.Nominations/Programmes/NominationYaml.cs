using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Chinalco.Honors.Nominations.Programmes;

/// <summary>A file of programmes or holidays cannot be used. The message says in Chinese which place and what to do.</summary>
public sealed class NominationFileException(string file, string advice, Exception? cause = null) : Exception($"{file}：{advice}", cause);

/// <summary>Reads YAML strictly: a word that means nothing is told, not passed over.</summary>
internal static partial class NominationYaml
{
    /// <exception cref="NominationFileException">It is no such file.</exception>
    public static T Read<T>(string name, string text)
        where T : class
    {
        try
        {
            return new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<T>(text)
                ?? throw new NominationFileException(name, "文件是空的。");
        }
        catch (YamlException error)
        {
            throw new NominationFileException(
                name,
                $"第 {error.Start.Line} 行无法读懂：{FaultOf(error)}。请检查缩进、括号和字段名称。",
                error
            );
        }
    }

    /// <summary>What is wrong, in Chinese, as far as the reader's own words tell it.</summary>
    private static string FaultOf(YamlException error) =>
        UnknownField().Match($"{error.InnerException?.Message} {error.Message}") is { Success: true } unknown
            ? $"没有名为“{unknown.Groups["field"].Value}”的字段"
        : error.InnerException is FormatException or OverflowException ? "应填整数或 true／false"
        : "格式有误";

    [GeneratedRegex("Property '(?<field>[^']+)' not found", RegexOptions.ExplicitCapture)]
    private static partial Regex UnknownField();
}
