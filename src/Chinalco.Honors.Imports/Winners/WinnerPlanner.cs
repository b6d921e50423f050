using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Imports.Engine;

namespace Chinalco.Honors.Imports.Winners;

/// <summary>
/// Says of each row of a list which honour it means: document, award, recipient. A number decides who a person is, else name and unit; nobody is
/// guessed among namesakes. What stands in the way of a row is told with it.
/// </summary>
/// <param name="scan">The list as it is kept beside the document.</param>
/// <param name="latestYear">The last year that anything may be conferred for.</param>
internal sealed partial class WinnerPlanner(WinnerState state, ImportChoices choices, Guid runId, ScanFacts scan, int latestYear)
{
    private const int MostCandidates = 12;
    private const int EarliestYear = 1949;

    /// <summary>A row with everything found, or with what stands in the way.</summary>
    public sealed record Found(WinnerRow Row, WinnerChange? Change, ImportChange? Conflict);

    public Found Find(WinnerRow row)
    {
        var told = Told(row.Document);
        if (told.Title is not { } title)
        {
            return Held(row, "没有文件标题。请在上面填写表彰文件的标题（和文号），再保存。");
        }

        if (row.Award.Length == 0 && state.Award(row.Grade ?? "") is null)
        {
            return Held(row, "没有荣誉名称，请补上。");
        }

        var printed = row.Award + row.Grade;
        if ((state.Award(printed) ?? state.Award(row.Award)) is not { } award)
        {
            return Held(row, $"荣誉目录中没有“{row.Award}”。请先在荣誉目录中登记这项荣誉或把它加为别名，再重新比较。");
        }

        if (told.Year is { } year && (year < EarliestYear || year > latestYear))
        {
            return Held(row, $"年度 {year} 不合理，请核对。");
        }

        var kind = row.Kind ?? KindOf(row);
        var (recipient, entered, held) = kind switch
        {
            RecipientKind.Person => Person(row),
            RecipientKind.Team => Team(row),
            RecipientKind.Unit => Unit(row),
            _ => throw new ArgumentOutOfRangeException(nameof(row), kind, message: null),
        };
        return held is not null
            ? new Found(row, Change: null, held)
            : ChangeOf(row, told with { Title = title }, award, recipient!, entered);
    }

    /// <summary>The id that somebody gets whom the row names and the registry does not know: the same for the same person in several rows.</summary>
    public static Guid EnteredId(Guid runId, WinnerRow row) =>
        DerivedId.From(runId, $"person|{row.Name}|{row.Number}|{(row.Number is null ? row.UnitText : "")}");

    private Found ChangeOf(WinnerRow row, ListedDocument told, WinnerAward award, RecipientDraft recipient, NewWinner? entered)
    {
        DateOnly? day = told.Date is { Month: { } m, Day: { } d } date ? new DateOnly(date.Year, m, d) : null;
        var document = new DocumentDraft(
            state.Document(told.Number, told.Title!, day) ?? DerivedId.From(runId, $"document|{told.Number ?? told.Title}|{day}"),
            DocumentKind.Confers,
            told.Title!,
            told.Number,
            told.Issuer,
            day,
            scan
        );
        var body = told.Issuer ?? award.Body;
        var facts = new ConferralFacts(
            told.Year,
            row.Edition,
            row.Award.Length == 0 ? award.Name : row.Award + row.Grade,
            row.Level ?? award.Level,
            body,
            document.Id,
            told.Date
        );
        var honour = new ListedHonour(
            DerivedId.From(runId, $"conferral|{award.Id}|{told.Year}|{row.Edition}|{Conferral.RecipientsKeyOf([recipient])}"),
            award.Id,
            facts,
            recipient,
            new EvidenceDraft(
                ArticleId: null,
                Start: null,
                End: null,
                row.Sentence,
                document.Id,
                CutText.To(body ?? told.Title!, Evidence.LongestSource)
            ),
            row.Certificate
        );
        return new Found(
            row,
            new WinnerChange(
                ImportChangeKind.New,
                row.Line,
                row.Number,
                row.Name,
                FieldsOf(row, told, award, recipient, facts),
                entered is null ? null : "库中没有此人，将新增人物。",
                honour,
                document,
                entered,
                SeenVersion: 0
            ),
            Conflict: null
        );
    }

    private static ImmutableArray<FieldChange> FieldsOf(
        WinnerRow row,
        ListedDocument told,
        WinnerAward award,
        RecipientDraft recipient,
        ConferralFacts facts
    ) =>
        [
            .. (
                (FieldChange[])
                    [
                        new(
                            "荣誉",
                            Before: null,
                            award.Name == facts.AwardAsPrinted ? award.Name : $"{award.Name}（文件写作“{facts.AwardAsPrinted}”）"
                        ),
                        new("级别", Before: null, facts.Level.ToChinese()),
                        new("年度", Before: null, facts.Year?.ToString(CultureInfo.InvariantCulture)),
                        new("届次", Before: null, facts.Edition),
                        new("单位", Before: null, recipient.UnitAsPrinted),
                        new("证书编号", Before: null, row.Certificate),
                        new("文件", Before: null, told.Number is null ? told.Title : $"{told.Number} {told.Title}"),
                    ]
            ).Where(f => !string.IsNullOrEmpty(f.After)),
        ];

    /// <summary>What the row says of the document, and what whoever imports it said of them all.</summary>
    private ListedDocument Told(ListedDocument row)
    {
        var given = choices.Document;
        var date = row.Date ?? given?.Date;

        // Another number is another document: the title that was given is not its.
        var isOther = row.Number is not null && given?.Number is not null && row.Number != given.Number;
        return new ListedDocument(
            row.Number ?? (row.Title is null ? given?.Number : null),
            row.Title ?? (isOther ? null : given?.Title),
            row.Issuer ?? given?.Issuer,
            date,
            row.Year ?? given?.Year ?? date?.Year
        );
    }

    private (RecipientDraft? Recipient, NewWinner? Entered, ImportChange? Held) Person(WinnerRow row)
    {
        if (row.Name.Length > Honoree.LongestName)
        {
            return (null, null, Conflict(row, $"“{row.Name[..Honoree.LongestName]}…”不像姓名。如是集体，请加一列“类型”，填“集体”。"));
        }

        var unit = row.UnitText.Length == 0 ? null : state.Directory.Find(row.UnitText);
        var (person, candidates, advice) = Whom(row, unit);
        if (person is not null)
        {
            return choices.Scope.Covers(state.Directory, person.UnitId) || choices.Scope.Covers(state.Directory, unit)
                ? (Draft(row, person.Id, unit ?? person.UnitId), null, null)
                : (null, null, Conflict(row, OutOfScope(row)));
        }

        var wantsNew = choices.People?.TryGetValue(row.Line, out var chosen) == true && chosen == Guid.Empty;
        if (candidates.Count > 0 && !wantsNew)
        {
            var held = Conflict(row, advice!) with { Candidates = [.. candidates.Take(MostCandidates).Select(p => p.AsCandidate())] };
            return (null, null, held);
        }

        if (!wantsNew && !choices.EntersUnknown)
        {
            return (null, null, Conflict(row, "库中没有此人。如确认无误，请勾选“新增库中没有的人”，或先导入名册。"));
        }

        if (row.UnitText.Length == 0)
        {
            return (null, null, Conflict(row, "新增人物须有单位，请补上。"));
        }

        return choices.Scope.Covers(state.Directory, unit)
            ? (
                Draft(row, EnteredId(runId, row), unit),
                new NewWinner(EnteredId(runId, row), row.Name, row.Number, unit, row.UnitText),
                null
            )
            : (null, null, Conflict(row, OutOfScope(row)));
    }

    /// <summary>Whom the row means; else those it may mean, and what to do.</summary>
    private (WinnerPerson? Person, List<WinnerPerson> Candidates, string? Advice) Whom(WinnerRow row, Guid? unit)
    {
        if (choices.People?.TryGetValue(row.Line, out var chosen) == true && state.WithId(chosen) is { } one && one.Name == row.Name)
        {
            return (one, [], null);
        }

        if (state.WithId(EnteredId(runId, row)) is { } entered)
        {
            return (entered, [], null);
        }

        if (row.Number is { } number && state.WithNumber(number) is { } bearer)
        {
            return bearer.Name == row.Name ? (bearer, [], null) : (null, [bearer], $"工号属于“{bearer.Name}”，与姓名不符，请核对。");
        }

        // Somebody with another number is somebody else.
        var namesakes = state.Named(row.Name).Where(p => row.Number is null || p.Number is null).ToList();
        var fitting = row.UnitText.Length == 0 ? [] : namesakes.FindAll(p => p.WorksIn(row.UnitText, unit, state.Directory));
        return fitting switch
        {
            [var only] => (only, [], null),
            { Count: > 1 } => (null, fitting, $"该单位有 {fitting.Count} 位同名人物，请选择是哪一位。"),
            _ when namesakes.Count > 0 => (
                null,
                namesakes,
                row.UnitText.Length == 0 ? "没有单位和工号，请选择是哪一位。" : "库中的同名人物不在该单位，请选择是哪一位，或新增人物。"
            ),
            _ => (null, [], null),
        };
    }

    private (RecipientDraft? Recipient, NewWinner? Entered, ImportChange? Held) Team(WinnerRow row)
    {
        var unit = state.Directory.Find(row.UnitText.Length > 0 ? row.UnitText : row.Name);
        return choices.Scope.Covers(state.Directory, unit)
            ? (new RecipientDraft(RecipientKind.Team, HonoreeId: null, unit, row.Name, Text(row.UnitText)), null, null)
            : (null, null, Conflict(row, OutOfScope(row)));
    }

    private (RecipientDraft? Recipient, NewWinner? Entered, ImportChange? Held) Unit(WinnerRow row)
    {
        if ((state.Directory.FindWhole(row.UnitText + row.Name) ?? state.Directory.FindWhole(row.Name)) is not { } unit)
        {
            return (
                null,
                null,
                Conflict(row, $"单位“{row.Name}”不在组织树中，或有多个单位同名。请先补上单位或其名称，重名时填写上级单位。")
            );
        }

        return choices.Scope.Covers(state.Directory, unit)
            ? (new RecipientDraft(RecipientKind.Unit, HonoreeId: null, unit, row.Name, Text(row.UnitText)), null, null)
            : (null, null, Conflict(row, OutOfScope(row)));
    }

    /// <summary>A row that does not say what its recipient is: a number or a short name is a person's, a known unit is a unit, the rest a team.</summary>
    private RecipientKind KindOf(WinnerRow row) =>
        row.Number is not null ? RecipientKind.Person
        : state.Directory.FindWhole(row.Name) is not null ? RecipientKind.Unit
        : ATeam().IsMatch(row.Name) || row.Name.Length > LongestPlainName && !row.Name.Contains('·', StringComparison.Ordinal)
            ? RecipientKind.Team
        : RecipientKind.Person;

    private const int LongestPlainName = 5;

    private static RecipientDraft Draft(WinnerRow row, Guid person, Guid? unit) =>
        new(RecipientKind.Person, person, unit, row.Name, Text(row.UnitText));

    private static string? Text(string text) => text.Length == 0 ? null : text;

    private static string OutOfScope(WinnerRow row) =>
        $"{(row.UnitText.Length == 0 ? row.Name : $"“{row.UnitText}”")}不在您负责的单位范围内，请交由该单位人事导入。";

    private static Found Held(WinnerRow row, string advice) => new(row, Change: null, Conflict(row, advice));

    private static ImportChange Conflict(WinnerRow row, string advice) =>
        new(ImportChangeKind.Conflict, row.Line, Guid.Empty, row.Number, row.Name, [], advice);

    [GeneratedRegex("(班|组|队|厂|公司|车间|委|委员会|工作室|室|部|站|所|中心|集体|科|处|支部|工段|团队|项目)$")]
    private static partial Regex ATeam();
}
