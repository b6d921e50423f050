using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Tests.Rules;

namespace Chinalco.Honors.Domain.Tests.Accounts;

public sealed class AccountTests
{
    private static readonly DateTimeOffset At = new(2025, 6, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid Unit = Guid.CreateVersion7();

    public static TheoryData<Role, Role> TwoOfficers =>
        new()
        {
            { Role.SystemAdministrator, Role.SecurityAdministrator },
            { Role.SystemAdministrator, Role.Auditor },
            { Role.SecurityAdministrator, Role.Auditor },
        };

    [Theory]
    [MemberData(nameof(TwoOfficers))]
    public void No_account_is_two_of_the_three_officers(Role one, Role other) =>
        Broken.Rule<TheThreeOfficersAreThreePeople>(() => Give(new RoleInUnit(one), new RoleInUnit(other)));

    [Theory]
    [InlineData(Role.Auditor, Role.Editor)]
    [InlineData(Role.SystemAdministrator, Role.Hr)]
    [InlineData(Role.SecurityAdministrator, Role.Union)]
    public void An_officer_does_not_work_on_the_facts(Role officer, Role business) =>
        Broken.Rule<AnOfficerHasNoOtherBusiness>(() =>
            Give(new RoleInUnit(officer), new RoleInUnit(business, business == Role.Editor ? null : Unit))
        );

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(Role.UnitLeader)]
    public void An_officer_may_also_read(Role role) =>
        Give(new RoleInUnit(Role.Auditor), new RoleInUnit(role, role == Role.Reader ? null : Unit)).Roles.Count().ShouldBe(2);

    [Theory]
    [InlineData(Role.Hr, false)]
    [InlineData(Role.Union, false)]
    [InlineData(Role.UnitLeader, false)]
    [InlineData(Role.Reader, true)]
    [InlineData(Role.Auditor, true)]
    [InlineData(Role.SystemAdministrator, true)]
    [InlineData(Role.SecurityAdministrator, true)]
    public void A_role_does_not_hold_where_it_cannot(Role role, bool inUnit) =>
        Broken.Rule<ARoleHoldsWhereItCan>(() => Give(new RoleInUnit(role, inUnit ? Unit : null)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_editor_is_one_of_the_group_or_of_a_unit(bool inUnit) =>
        Give(new RoleInUnit(Role.Editor, inUnit ? Unit : null)).Roles.ShouldBe([new RoleInUnit(Role.Editor, inUnit ? Unit : null)]);

    [Fact]
    public void Roles_that_are_refused_leave_those_that_were()
    {
        var account = Give(new RoleInUnit(Role.Auditor));

        Broken.Rule<TheThreeOfficersAreThreePeople>(() =>
            account.GiveRoles([new RoleInUnit(Role.Auditor), new RoleInUnit(Role.SystemAdministrator)], "x", At)
        );

        account.Roles.ShouldBe([new RoleInUnit(Role.Auditor)]);
    }

    [Fact]
    public void A_role_that_stays_keeps_its_date_and_its_giver()
    {
        var account = Give(new RoleInUnit(Role.Reader));
        var first = account.Grants.Single();

        account.GiveRoles([new RoleInUnit(Role.Reader), new RoleInUnit(Role.Hr, Unit)], "later", At.AddDays(1)).ShouldBeTrue();

        account.Grants.ShouldContain(first);
        account.Grants.Single(g => g.Role == Role.Hr).GrantedBy.ShouldBe("later");
        account.GiveRoles([.. account.Roles], "again", At.AddDays(2)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("a")]
    [InlineData("zhang san")]
    [InlineData("张三")]
    [InlineData("a<b>c")]
    [InlineData("")]
    public void A_sign_in_name_that_cannot_be_typed_is_refused(string name) =>
        Broken.Rule<ASignInNameCanBeTyped>(() => _ = new Account(Guid.CreateVersion7(), name, "张三", At));

    [Fact]
    public void Case_does_not_count_in_a_sign_in_name() =>
        Account.Normalize(" Zhang.San ").ShouldBe(new Account(Guid.CreateVersion7(), "zhang.SAN", "张三", At).NormalizedName);

    [Fact]
    public void A_new_password_ends_the_sessions_that_began_under_the_old_one_and_forgets_failures()
    {
        var account = Give(new RoleInUnit(Role.Reader));
        account.RenewSecurityStamp();
        (account.FailedSignIns, account.LockedUntil) = (3, At.AddMinutes(5));
        var session = new SignInSession(Guid.NewGuid(), account, At, At.AddHours(12), address: null, device: null);

        account.TakePassword("hash", mustChange: true);

        account.SecurityStamp.ShouldNotBe(session.SecurityStamp);
        account.SecurityStamp.Length.ShouldBeLessThanOrEqualTo(64);
        (account.FailedSignIns, account.LockedUntil, account.MustChangePassword).ShouldBe((0, null, true));
        session.Follow(account);
        session.SecurityStamp.ShouldBe(account.SecurityStamp);
    }

    [Fact]
    public void A_session_ends_once()
    {
        var session = new SignInSession(Guid.NewGuid(), Give(), At, At.AddHours(12), address: null, device: null);

        session.End(At.AddHours(1));
        session.End(At.AddHours(2));

        session.EndedAt.ShouldBe(At.AddHours(1));
    }

    [Fact]
    public void One_time_passwords_are_long_unlike_each_other_and_easy_to_read()
    {
        var some = Enumerable.Range(0, 200).Select(_ => OneTimePassword.New()).ToList();

        some.ShouldBeUnique();
        some.ShouldAllBe(p => p.Length == 19 && !p.Any(c => "0o1il".Contains(c, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_role_has_a_chinese_name() => Enum.GetValues<Role>().Select(r => r.ToChinese()).ShouldBeUnique();

    private static Account Give(params RoleInUnit[] roles)
    {
        var account = new Account(Guid.CreateVersion7(), "zhang.san", "张三", At);
        account.GiveRoles(roles, "giver", At);
        return account;
    }
}
