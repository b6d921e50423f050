using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Chinalco.Honors.Nominations.Programmes;

/// <summary>A file of programmes or holidays cannot be used. The message says in Chinese which place and what to do.</summary>
public sealed class NominationFileException(string file, string advice, Exception? cause = null) : Exception($"{file}：{advice}", cause);

/// <summary>Reads YAML strictly: a word that means nothing is told, not passed over.</summary>
internal static class NominationYaml
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
                $"第 {error.Start.Line} 行无法读懂：{(error.InnerException ?? error).Message}。请检查缩进和字段名称。",
                error
            );
        }
    }
}
