using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.Tests;

public sealed class UniqueIndexTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public Task An_issue_number_is_given_once() => RefusedAsync(A.Issue(77), A.Issue(77));

    [Fact]
    public Task Two_newspapers_may_have_the_same_number() => fixture.Database.SaveAsync(A.Issue(78), A.Issue(78, "另一报"));

    [Fact]
    public Task An_employee_number_is_given_once() => RefusedAsync(A.Honoree(employeeNumber: "E0001"), A.Honoree(employeeNumber: "E0001"));

    [Fact]
    public Task People_without_an_employee_number_do_not_clash() => fixture.Database.SaveAsync(A.Honoree("同名"), A.Honoree("同名"));

    [Fact]
    public async Task A_file_is_kept_once()
    {
        var first = fixture.Database.Open();
        var second = fixture.Database.Open();
        await using (first)
        await using (second)
        {
            // Another id than its content gives, so that the index and not the key has to refuse it.
            first.Add(A.SourceFile("同一内容"));
            second.Entry(second.Add(A.SourceFile("同一内容")).Entity).Property(f => f.Id).CurrentValue = Guid.NewGuid();
            await first.SaveChangesAsync(TestContext.Current.CancellationToken);

            IsUnique(await Should.ThrowAsync<DbUpdateException>(() => second.SaveChangesAsync(TestContext.Current.CancellationToken)));
        }
    }

    [Fact]
    public Task An_award_name_is_given_once() => RefusedAsync(A.Award("同一标兵"), A.Award("同一标兵"));

    [Fact]
    public Task A_catalogue_code_of_an_award_is_given_once() => RefusedAsync(CodedAward("A900"), CodedAward("A900"));

    [Fact]
    public Task A_catalogue_code_of_a_unit_is_given_once() => RefusedAsync(CodedUnit("U900"), CodedUnit("U900"));

    [Fact]
    public async Task An_article_has_one_place_in_its_file()
    {
        var source = A.SourceFile();

        await RefusedAsync(source, A.Article(source, "一"), A.Article(source, "二"));
    }

    [Fact]
    public Task A_place_in_an_audit_chain_is_taken_once()
    {
        var entity = Guid.NewGuid();

        return RefusedAsync(FirstRecord(entity), FirstRecord(entity));
    }

    [Fact]
    public async Task A_command_is_recorded_once()
    {
        var command = Guid.NewGuid();
        await fixture.Database.SaveAsync(new ProcessedCommand(command, "award.confer", "{}", A.Moment));

        await Should.ThrowAsync<DbUpdateException>(() =>
            fixture.Database.SaveAsync(new ProcessedCommand(command, "award.confer", "{}", A.Moment))
        );
    }

    private async Task RefusedAsync(params object[] entities) =>
        IsUnique(await Should.ThrowAsync<DbUpdateException>(() => fixture.Database.SaveAsync(entities)));

    private void IsUnique(DbUpdateException refused) => fixture.Database.Errors.IsDuplicateKey(refused).ShouldBeTrue();

    private static Award CodedAward(string code) =>
        new(Guid.NewGuid(), code, A.UniqueName("编号标兵"), AwardLevel.Group, AwardFamily.Skill, conferringBody: null);

    private static Unit CodedUnit(string code) =>
        new(Guid.NewGuid(), code, A.UniqueName("编号厂"), UnitTier.Enterprise, parentId: null, place: null, summary: null);

    private static AuditRecord FirstRecord(Guid entity) =>
        new(new AuditSubject("award", entity), previous: null, new AuditAct("award.confer", A.Clerk, null, "{}", Guid.NewGuid()), A.Moment);
}
