using System.Globalization;
using System.Reflection;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Domain.Tests.Auditing;

public sealed class AuditRecordTests
{
    private static readonly AuditSubject Subject = new("award", new Guid("11111111-1111-1111-1111-111111111111"));

    [Fact]
    public void The_first_record_of_a_chain_is_number_one() => Record().Sequence.ShouldBe(1);

    [Fact]
    public void The_first_record_stands_on_the_start_of_the_chain() => Record().PreviousHash.ShouldBe(AuditRecord.ChainStart);

    [Fact]
    public void The_next_record_counts_on() => Record(previous: Record()).Sequence.ShouldBe(2);

    [Fact]
    public void The_next_record_stands_on_the_hash_before()
    {
        var first = Record();

        Record(previous: first).PreviousHash.ShouldBe(first.Hash);
    }

    [Fact]
    public void An_untouched_record_proves_itself()
    {
        var record = Record(reason: "因为\n所以");

        record.ComputeHash().ShouldBe(record.Hash);
    }

    [Theory]
    [InlineData("因为\n所以：𠀀")]
    [InlineData("\ud840半个字")]
    [InlineData("")]
    [InlineData(null)]
    public void The_hash_is_the_one_that_stored_records_hold(string? reason)
    {
        var record = Record(reason: reason, detail: new string('详', 2000), previous: Record());
        string?[] fields =
        [
            record.PreviousHash,
            record.Id.ToString(),
            record.EntityKind,
            record.EntityId.ToString(),
            record.Sequence.ToString(CultureInfo.InvariantCulture),
            record.At.UtcTicks.ToString(CultureInfo.InvariantCulture),
            record.ActorId,
            record.ActorName,
            record.Action,
            record.Reason,
            record.Detail,
            record.CommandId.ToString(),
        ];

        record.Hash.ShouldBe(Sha256Hex.Of(string.Concat(fields.Select(f => $"{f?.Length ?? -1}:{f}\n"))));
    }

    public static TheoryData<string> FieldsOfARecord() =>
        [
            .. typeof(AuditRecord)
                .GetProperties()
                .Select(p => p.Name)
                .Where(name => name is not (nameof(AuditRecord.Hash) or nameof(AuditRecord.AnchorSequence))),
        ];

    [Fact]
    public void The_anchor_that_comes_later_changes_nothing()
    {
        var record = Record();

        Set(record, nameof(AuditRecord.AnchorSequence), 7L);

        record.ComputeHash().ShouldBe(record.Hash);
    }

    [Theory]
    [MemberData(nameof(FieldsOfARecord))]
    public void Altering_a_field_shows(string field)
    {
        var record = Record();

        Alter(record, field);

        record.ComputeHash().ShouldNotBe(record.Hash);
    }

    [Fact]
    public void Text_cannot_move_from_one_field_to_the_next_unseen() =>
        Hash("award.confer", reason: "甲\n乙", detail: "丙").ShouldNotBe(Hash("award.confer", reason: "甲", detail: "乙\n丙"));

    [Fact]
    public void No_reason_is_not_an_empty_reason() =>
        Hash("award.confer", reason: null, "{}").ShouldNotBe(Hash("award.confer", reason: "", "{}"));

    private static string Hash(string action, string? reason, string detail)
    {
        // Two records differ by their ids; only what they say may make the difference here.
        var record = Record(reason: reason, action: action, detail: detail);
        Set(record, nameof(AuditRecord.Id), Guid.Empty);
        return record.ComputeHash();
    }

    private static AuditRecord Record(
        AuditRecord? previous = null,
        string? reason = "原因",
        string action = "award.confer",
        string detail = "{}"
    ) => new(Subject, previous, new AuditAct(action, A.Clerk, reason, detail, new Guid("22222222-2222-2222-2222-222222222222")), A.Moment);

    private static void Alter(AuditRecord record, string field) =>
        Set(
            record,
            field,
            typeof(AuditRecord).GetProperty(field)!.GetValue(record) switch
            {
                string text => text + "改",
                long number => number + 1,
                Guid => new Guid("33333333-3333-3333-3333-333333333333"),
                DateTimeOffset at => at.AddTicks(1),
                var other => throw new InvalidOperationException($"{field}: {other}"),
            }
        );

    private static void Set(AuditRecord record, string field, object value) =>
        typeof(AuditRecord).GetProperty(field, BindingFlags.Public | BindingFlags.Instance)!.SetValue(record, value);
}
