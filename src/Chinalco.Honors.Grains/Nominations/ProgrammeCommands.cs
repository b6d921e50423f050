using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Nominations.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Nominations;

/// <summary>
/// Writes the rules of programmes: drafts are kept as they are typed, only what can be read is published, and what is published never
/// changes. The version decides races.
/// </summary>
public sealed partial class ProgrammeCommands(CommandTransaction transaction)
{
    /// <summary>Begins a draft with the text of another version: the next version of a year's rules, or another year's, or another programme's.</summary>
    /// <param name="id">The draft's.</param>
    /// <param name="code">Of the programme that the draft is for.</param>
    public Task<CommandOutcome> DraftAsync(
        CommandStamp stamp,
        Guid id,
        Guid basedOn,
        string code,
        int year,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return transaction.RunAsync(
            stamp,
            "nomination-programme.draft",
            async scope =>
            {
                var source = await LoadAsync(scope, basedOn, cancellationToken);
                Require.That(new TheYearOfAProgrammeIsPlausible(year), new ACodeIsAPlainWord(code));
                var there = await scope
                    .Db.NominationProgrammes.Where(p => p.Code == code && p.Year == year)
                    .Select(p => new { p.Revision, p.State })
                    .ToListAsync(cancellationToken);
                Require.That(new AYearHasOneDraft(there.Exists(p => p.State == ProgrammeState.Draft)));
                var name = source.Name.Replace($"{source.Year}年", $"{year}年", StringComparison.Ordinal);
                var head = new ProgrammeHead(code, year, name, source.Kind);
                var draft = new NominationProgramme(
                    id,
                    head,
                    there.Select(p => p.Revision).DefaultIfEmpty().Max() + 1,
                    Headed(source.Text, head),
                    scope.Stamp.By,
                    scope.Now
                );
                scope.Db.NominationProgrammes.Add(draft);
                await scope.AuditAsync(
                    Subject(id),
                    "nomination-programme.draft",
                    new
                    {
                        Code = code,
                        Year = year,
                        draft.Revision,
                        BasedOn = $"{source.Code} {source.Year}-{source.Revision}",
                    }
                );
                return CommandOutcome.Applied(id, draft.Version);
            },
            cancellationToken
        );
    }

    /// <summary>Keeps what somebody typed, whether it can be read yet or not.</summary>
    /// <param name="seen">The draft's version as it was shown.</param>
    public Task<CommandOutcome> WriteAsync(
        CommandStamp stamp,
        Guid id,
        long seen,
        string text,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        return ChangeAsync(
            stamp,
            id,
            seen,
            "nomination-programme.write",
            async (scope, draft) =>
            {
                var (before, reader) = (draft.Text, await ProgrammeReader.OfAsync(scope.Db, cancellationToken));
                ProgrammeHead? head = null;
                try
                {
                    head = ProgrammeReader.HeadOf(reader.Read(draft.Name, text));
                }
                catch (NominationFileException)
                {
                    // Half-written rules are kept too; they cannot be published.
                }

                if (!draft.Write(text, head, scope.Stamp.By, scope.Now))
                {
                    return CommandOutcome.NothingToDo(id, draft.Version);
                }

                await scope.AuditAsync(Subject(id), "nomination-programme.write", new { Before = before, After = text });
                return CommandOutcome.Applied(id, draft.Version);
            },
            cancellationToken
        );
    }

    /// <summary>Publishes a draft for the stamp's reason: rounds are opened under it from now on, the year's version before stays for the rounds it has.</summary>
    /// <param name="seen">The draft's version as it was shown.</param>
    public Task<CommandOutcome> PublishAsync(CommandStamp stamp, Guid id, long seen, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            stamp,
            id,
            seen,
            "nomination-programme.publish",
            async (scope, draft) =>
            {
                var reader = await ProgrammeReader.OfAsync(scope.Db, cancellationToken);
                draft.Publish(HeadOf(reader, draft), scope.Stamp.Reason, scope.Stamp.By, scope.Now);
                var before = await scope
                    .Db.NominationProgrammes.Where(p =>
                        p.Code == draft.Code && p.Year == draft.Year && p.State == ProgrammeState.Published && p.Id != id
                    )
                    .ToListAsync(cancellationToken);
                foreach (var old in before)
                {
                    old.Retire();
                    await scope.AuditAsync(Subject(old.Id), "nomination-programme.retire", new { old.Revision, By = draft.Revision });
                }

                await scope.AuditAsync(
                    Subject(id),
                    "nomination-programme.publish",
                    new
                    {
                        draft.Code,
                        draft.Year,
                        draft.Revision,
                        After = draft.Text,
                    }
                );
                return CommandOutcome.Applied(id, draft.Version);
            },
            cancellationToken
        );

    /// <summary>Throws a draft away; the trail keeps what it said.</summary>
    /// <param name="seen">The draft's version as it was shown.</param>
    public Task<CommandOutcome> DiscardAsync(CommandStamp stamp, Guid id, long seen, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            stamp,
            id,
            seen,
            "nomination-programme.discard",
            async (scope, draft) =>
            {
                scope.Db.NominationProgrammes.Remove(draft);
                await scope.AuditAsync(
                    Subject(id),
                    "nomination-programme.discard",
                    new
                    {
                        draft.Code,
                        draft.Year,
                        Before = draft.Text,
                    }
                );
                return CommandOutcome.Applied(id, version: 0);
            },
            cancellationToken
        );

    private Task<CommandOutcome> ChangeAsync(
        CommandStamp stamp,
        Guid id,
        long seen,
        string kind,
        Func<CommandScope, NominationProgramme, Task<CommandOutcome>> change,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return transaction.RunAsync(
            stamp,
            kind,
            async scope =>
            {
                var draft = await LoadAsync(scope, id, cancellationToken);
                Require.That(new OnlyADraftOfAProgrammeChanges(draft.State), new NobodyChangedItMeanwhile(seen, draft.Version));
                return await change(scope, draft);
            },
            cancellationToken
        );
    }

    private static async Task<NominationProgramme> LoadAsync(CommandScope scope, Guid id, CancellationToken cancellationToken)
    {
        var programme = await scope.Db.NominationProgrammes.FirstOrDefaultAsync(p => p.Id == id, cancellationToken);
        Require.That(new TheEntityExists("评选项目", programme is not null));
        return programme!;
    }

    private static ProgrammeHead HeadOf(ProgrammeReader reader, NominationProgramme draft)
    {
        try
        {
            return ProgrammeReader.HeadOf(reader.Read(draft));
        }
        catch (NominationFileException wrong)
        {
            throw new RuleBrokenException(new OnlyReadableRulesArePublished(wrong.Message));
        }
    }

    /// <summary>The text under another head: the three lines that say whose rules it is.</summary>
    private static string Headed(string text, ProgrammeHead head) =>
        Name()
            .Replace(
                Year().Replace(Code().Replace(text, $"code: {head.Code}", 1), $"year: {head.Year}", 1),
                $"name: {head.Name.Replace("$", "$$", StringComparison.Ordinal)}",
                1
            );

    private static AuditSubject Subject(Guid id) => new(AuditKinds.Programme, id);

    [GeneratedRegex(@"^code:[^\r\n]*", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^year:[^\r\n]*", RegexOptions.Multiline)]
    private static partial Regex Year();

    [GeneratedRegex(@"^name:[^\r\n]*", RegexOptions.Multiline)]
    private static partial Regex Name();
}

/// <summary>Two drafts of one year's rules would overwrite each other when published.</summary>
public sealed class AYearHasOneDraft(bool isThere) : IRule
{
    public bool Holds => !isThere;

    public string Advice => "该项目这一年度已有一份草稿，请在那份草稿上修改，或先丢弃它。";
}

/// <summary>Codes stand in files and addresses.</summary>
public sealed partial class ACodeIsAPlainWord(string code) : IRule
{
    public bool Holds => code.Length <= NominationProgramme.LongestCode && Plain().IsMatch(code);

    public string Advice => $"评选项目编号“{code}”应由小写字母、数字和连字符组成，最多 {NominationProgramme.LongestCode} 个字符。";

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();
}

/// <summary>Nobody is judged by rules that cannot be read.</summary>
/// <param name="fault">What is wrong and where, in Chinese.</param>
public sealed class OnlyReadableRulesArePublished(string fault) : IRule
{
    public bool Holds => false;

    public string Advice => $"规则有误，不能发布。{fault}";
}
