using System.Text.RegularExpressions;
using Chinalco.Honors.Nominations.Calendars;
using Chinalco.Honors.Nominations.Programmes;

namespace Chinalco.Honors.Nominations.Tests;

/// <summary>The files that the product brings.</summary>
internal static partial class SeedFiles
{
    private static readonly Dictionary<string, string> AwardNames = AwardEntry()
        .Matches(File.ReadAllText(Path.Combine(Find(), "awards.yaml")))
        .ToDictionary(m => m.Groups["code"].Value, m => m.Groups["name"].Value);

    private static string Folder => Find();

    public static IReadOnlyList<Programme> Programmes =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Folder, "programmes"), "*.yaml")
                .Order(StringComparer.Ordinal)
                .Select(file => Read(Path.GetFileName(file), File.ReadAllText(file))),
        ];

    public static WorkingCalendar Calendar { get; } =
        new(
            Directory
                .EnumerateFiles(Path.Combine(Folder, "calendars"), "*.yaml")
                .Select(file => CalendarFile.Read(Path.GetFileName(file), File.ReadAllText(file)))
        );

    public static Programme Read(string name, string text) => ProgrammeFile.Read(name, text, code => AwardNames.GetValueOrDefault(code));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "seeds", "programmes")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("seeds");
        }

        return Path.Combine(folder.FullName, "seeds");
    }

    [GeneratedRegex(@"^- code: (?<code>W\d+)\s+name: (?<name>.+?)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex AwardEntry();
}
