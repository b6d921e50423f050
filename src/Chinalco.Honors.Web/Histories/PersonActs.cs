using System.Text.Json;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Histories;

/// <summary>What records of a person's chain say. Looks and exports are no changes: they stand in the audit trail and among one's own data.</summary>
internal static class PersonActs
{
    /// <summary>Actions that change nothing.</summary>
    public static readonly IReadOnlyList<string> NoChanges = ["honoree.look", "honoree.export", "honoree.export-own"];

    public static ToldAct Of(AuditRecord record, JsonElement detail) =>
        record.Action switch
        {
            "honoree.register" => Registered(detail),
            "honoree.import" => Imported(detail),
            "honoree.move" or "honoree.update" or "honoree.leave" or "honoree.correct" => Changed(record.Action, detail),
            "honoree.status" => new ToldAct(HistoryTopic.Post) { Fields = [Status(detail.Text("status"))] },
            "honoree.show" => Shown(detail),
            "honoree.transfer" => Transferred(detail, "from", "unitId"),
            "honoree.transfer-undone" => Transferred(detail, "unitId", "from"),
            "honoree.merge" => TwoEntries(record, detail, nameof(HistoryTexts.FieldMerged)),
            "honoree.split" => TwoEntries(record, detail, nameof(HistoryTexts.FieldSplit)),
            "honoree.undo" => TwoEntries(record, detail, nameof(HistoryTexts.FieldUndone)),
            _ => new ToldAct(HistoryTopic.Facts),
        };

    public static ToldValue? VisibleTo(JsonElement told, string name) =>
        told.Text(name) is not { } text ? null
        : Enum.TryParse<Visibility>(text, out var visibility) ? ToldValue.Of(visibility.ToChinese())
        : ToldValue.Of(text);

    private static ToldAct Registered(JsonElement detail)
    {
        var posts = detail.Items("employments").ToList();
        var present = posts.FindLast(p => p.Text("to") is null);
        return new ToldAct(HistoryTopic.Entry)
        {
            Fields =
            [
                new(nameof(HistoryTexts.FieldName), ToldValue.Of(detail.Text("name"))),
                Number(detail.Text("employeeNumber")),
                Status(detail.Text("status")),
                .. posts
                    .Where(p => p.Text("to") is not null)
                    .Select(p =>
                        Post(
                            nameof(HistoryTexts.FieldPastPost),
                            $"{p.Text("unitText")} {p.Text("position")} {p.Date("from")}—{p.Date("to")}"
                        ) with
                        {
                            Adds = true,
                        }
                    ),
                .. Posts(present),
            ],
        };
    }

    /// <summary>From HR's roster, or from the sample roster, whose entries have other words.</summary>
    private static ToldAct Imported(JsonElement detail)
    {
        var row = detail.Part("row") ?? detail;
        var facts = row.Part("facts") ?? default;
        return new ToldAct(HistoryTopic.Entry)
        {
            RosterFile = detail.Text("fileName"),
            Line = row.Number("line"),
            Fields =
            [
                new(nameof(HistoryTexts.FieldName), ToldValue.Of(row.Text("name"))),
                Number(row.Text("number") ?? detail.Text("id")),
                Status(row.Text("status")),
                Post(nameof(HistoryTexts.FieldUnit), row.Text("unitText") ?? detail.Text("unit")),
                Post(nameof(HistoryTexts.FieldPosition), row.Text("position")),
                .. facts.ValueKind == JsonValueKind.Object
                    ? new[] { new ToldField(nameof(HistoryTexts.FieldPersonnel), ToldValue.Of(Personnel(facts)), FieldGuard.Personnel) }
                    : [],
            ],
        };
    }

    /// <summary>A roster and a correction by hand tell each field before and after; whoever moves somebody by hand tells where to.</summary>
    private static ToldAct Changed(string action, JsonElement detail) =>
        new(action is "honoree.update" or "honoree.correct" ? HistoryTopic.Facts : HistoryTopic.Post)
        {
            RosterFile = detail.Text("fileName"),
            Line = detail.Number("line") is > 0 and var line ? line : null,
            Fields =
            [
                .. detail.Items("fields").Select(FromRoster),
                .. Posts(detail.Part("to") ?? default),
                .. detail.Date("on") is { } on ? [Post(nameof(HistoryTexts.FieldSince), on)] : Array.Empty<ToldField>(),
                .. string.Equals(action, "honoree.leave", StringComparison.Ordinal)
                    ? [Post(nameof(HistoryTexts.FieldUnit), null), Post(nameof(HistoryTexts.FieldPosition), null)]
                    : Array.Empty<ToldField>(),
            ],
        };

    private static ToldField FromRoster(JsonElement told)
    {
        var (before, after) = (ToldValue.Of(told.Text("before")), ToldValue.Of(told.Text("after")));
        var field = told.Text("field") switch
        {
            "姓名" => new ToldField(nameof(HistoryTexts.FieldName), after),
            "工号" => Number(after?.Text),
            "单位" => Post(nameof(HistoryTexts.FieldUnit), after?.Text),
            "岗位" => Post(nameof(HistoryTexts.FieldPosition), after?.Text),
            "状态" => Status(after?.Text),

            // Whatever else a roster says belongs to the personnel file.
            var word => new ToldField(word ?? "", after, FieldGuard.Personnel),
        };
        return field with { Before = before, SaysBefore = true };
    }

    /// <summary>The unit was merged or split, and who works there went along.</summary>
    private static ToldAct Transferred(JsonElement detail, string from, string to) =>
        new(HistoryTopic.Post)
        {
            Fields =
            [
                new(nameof(HistoryTexts.FieldUnit), ToldValue.Of(AuditKinds.Unit, detail.Id(to)), FieldGuard.Post)
                {
                    Before = ToldValue.Of(AuditKinds.Unit, detail.Id(from)),
                    SaysBefore = true,
                },
                Post(nameof(HistoryTexts.FieldSince), detail.Date("on")),
            ],
        };

    /// <summary>Both entries' chains have the record. The name of one that is nobody's any more is told as it was, to those who decide such things.</summary>
    private static ToldAct TwoEntries(AuditRecord record, JsonElement detail, string key)
    {
        var other = detail.Id("otherId") is { } told && told != record.EntityId ? told : detail.Id("personId");
        var isAbsorbed = record.Action == "honoree.merge" && other != detail.Id("personId");
        return new ToldAct(HistoryTopic.Entry)
        {
            Fields =
            [
                isAbsorbed
                    ? new ToldField(key, ToldValue.Of(detail.Text("otherName")), FieldGuard.Keeper) { Adds = true }
                    : new ToldField(key, ToldValue.Of(AuditKinds.Honoree, other), FieldGuard.Person) { Adds = true, Whom = other },
                new(nameof(HistoryTexts.FieldHonours), ToldValue.Of(detail.Text("honours")), FieldGuard.Keeper) { Adds = true },
            ],
        };
    }

    private static ToldAct Shown(JsonElement detail) =>
        new(HistoryTopic.Visibility)
        {
            IsForKeepers = true,
            Fields =
            [
                new(nameof(HistoryTexts.FieldVisibility), VisibleTo(detail, "person")),
                new(nameof(HistoryTexts.FieldNumberVisibility), VisibleTo(detail, "employeeNumber")),
                new(nameof(HistoryTexts.FieldStatusVisibility), VisibleTo(detail, "status")),
                new(nameof(HistoryTexts.FieldPastVisibility), VisibleTo(detail, "pastEmployments")),
            ],
        };

    private static IEnumerable<ToldField> Posts(JsonElement post) =>
        post.ValueKind == JsonValueKind.Object
            ? [Post(nameof(HistoryTexts.FieldUnit), post.Text("unitText")), Post(nameof(HistoryTexts.FieldPosition), post.Text("position"))]
            : [];

    private static ToldField Post(string key, string? value) => new(key, ToldValue.Of(value), FieldGuard.Post);

    private static ToldField Number(string? number) => new(nameof(HistoryTexts.FieldNumber), ToldValue.Of(number), FieldGuard.Number);

    private static ToldField Status(string? status) =>
        new(
            nameof(HistoryTexts.FieldStatus),
            ToldValue.Of(Enum.TryParse<HonoreeStatus>(status, out var known) ? known.ToChinese() : status),
            FieldGuard.Status
        );

    private static string Personnel(JsonElement facts) =>
        string.Join(
            HonourTexts.ListComma,
            new PersonnelFacts(
                Enum.TryParse<Gender>(facts.Text("gender"), out var gender) ? gender : null,
                DateOf(facts, "born"),
                DateOf(facts, "hired"),
                facts.Text("politicalStatus"),
                facts.Text("skillGrade"),
                facts.Text("education"),
                facts.Text("ethnicity")
            )
                .InWords()
                .Where(fact => fact.Text is not null)
                .Select(fact => HistoryTexts.PersonnelFact.With(fact.Word, fact.Text))
        );

    private static PartialDate? DateOf(JsonElement facts, string name) =>
        PartialDate.TryParse(facts.Text(name), out var date) ? date : null;
}
