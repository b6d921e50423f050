using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Editing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Histories;

/// <summary>An honour that went through everything, and commands that go on with it.</summary>
internal sealed record HistoryWorld(EditingWorld Editing)
{
    private static readonly Actor Hr = new("hr-of-tests", "厂人事");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public SampleSite Site => Editing.Site;

    public Guid Person => Editing.Person.Id;

    public string OfPerson => $"/people/{Person}/history";

    public string OfHonour => $"{Editing.Page}/history";

    private IRegistry Registry => Site.Services.GetRequiredService<IRegistry>();

    private HonoreeHandler People => Site.Services.GetRequiredService<HonoreeHandler>();

    private IHonorsDatabase Database => Site.Services.GetRequiredService<IHonorsDatabase>();

    public static async Task<HistoryWorld> PrepareAsync(SampleSite site) => new(await EditingWorld.PrepareAsync(site));

    /// <summary>Corrected, certified, certificate lost and reissued, revoked by another document.</summary>
    public async Task LiveAsync()
    {
        var decision = A.Document(A.UniqueName("撤示发"));
        await Database.SaveAsync(decision);
        await CorrectAsync(facts => facts with { Year = 2023, Level = AwardLevel.Provincial });
        await CertifyAsync(CertificateStep.Issued, "证字第1号");
        await CertifyAsync(CertificateStep.Lost, null);
        await CertifyAsync(CertificateStep.Reissued, "证字第2号");
        await SendAsync(
            new EndConferral(
                Stamp("纪委来函"),
                Editing.Conferral,
                ConferralStatus.Revoked,
                "经查事迹不实",
                Revocation: new RevocationFacts("示例集团纪委", PartialDate.Parse("2025-06-01"), decision.Id),
                SeenVersion: (await Editing.StoredAsync()).Version
            )
        );
    }

    public async Task CorrectAsync(Func<ConferralFacts, ConferralFacts> change)
    {
        var stored = await Editing.StoredAsync();
        await SendAsync(new CorrectConferral(Stamp("与文件核对"), stored.Id, change(stored.Facts), stored.Version));
    }

    public async Task CertifyAsync(CertificateStep step, string? number)
    {
        await using var db = Site.OpenDatabase();
        var recipient = await db.Recipients.Where(r => r.ConferralId == Editing.Conferral).Select(r => r.Id).FirstAsync(Stop);
        var stored = await Editing.StoredAsync();
        await SendAsync(
            new NoteCertificate(Stamp("证书登记"), stored.Id, new CertificateDraft(recipient, step, number, On: null), stored.Version)
        );
    }

    public async Task MarkWrongAsync() =>
        await SendAsync(
            new EndConferral(
                Stamp("重复登记"),
                Editing.Conferral,
                ConferralStatus.Deprecated,
                "录错了人",
                SeenVersion: (await Editing.StoredAsync()).Version
            )
        );

    public async Task RestoreAsync() =>
        await SendAsync(new RestoreConferral(Stamp("核对无误"), Editing.Conferral, (await Editing.StoredAsync()).Version));

    public async Task HideHonourAsync() => await SendAsync(new ShowConferral(Stamp("本人申请"), Editing.Conferral, Visibility.HrOnly));

    public async Task ShowPersonAsync(HonoreeVisibility to) =>
        (await Registry.SendAsync(Person, new ShowHonoree(Stamp("本人申请"), to), Stop)).Succeeded.ShouldBeTrue();

    /// <summary>Without the grain: the site has no command for it yet.</summary>
    public async Task MoveAsync(Guid unit, string name) =>
        (
            await People.MoveAsync(
                Person,
                new MoveHonoree(Stamp("岗位调整"), new EmploymentFact(unit, name, "化验员"), PartialDate.Parse("2024-03")),
                Stop
            )
        ).Succeeded.ShouldBeTrue();

    /// <summary>Somebody changes the person's status.</summary>
    public async Task ActAsync(Actor by) =>
        (
            await People.ChangeStatusAsync(Person, new ChangeHonoreeStatus(CommandStamp.New(by, "核对"), HonoreeStatus.Retired), Stop)
        ).Succeeded.ShouldBeTrue();

    /// <summary>A record as a roster leaves it.</summary>
    public Task RosterAsync(params (string Field, string? Before, string? After)[] fields) =>
        RecordAsync(
            Site,
            new AuditSubject(AuditKinds.Honoree, Person),
            "honoree.update",
            new
            {
                FileName = "六月名册.xlsx",
                Line = 7,
                Fields = fields.Select(f => new
                {
                    f.Field,
                    f.Before,
                    f.After,
                }),
            }
        );

    /// <summary>A record, as a command leaves it that is not at hand here.</summary>
    public static async Task RecordAsync(TestSite site, AuditSubject subject, string action, object detail)
    {
        var outcome = await site
            .Services.GetRequiredService<CommandTransaction>()
            .RunAsync(
                Stamp("核对"),
                action,
                async scope =>
                {
                    await scope.AuditAsync(subject, action, detail);
                    return CommandOutcome.Applied(subject.EntityId, version: 0);
                },
                Stop
            );
        outcome.Succeeded.ShouldBeTrue(outcome.Message);
    }

    /// <summary>Somebody else who received the same honour in the same act.</summary>
    public async Task<(Honoree Partner, Guid Conferral)> SharedAsync(Visibility partner)
    {
        var other = A.Honoree(A.UniqueName("同获"));
        other.Employ(Editing.Unit.Id, Editing.Unit.Name, "钳工", new PartialDate(2012));
        other.Show(HonoreeVisibility.Default with { Person = partner });
        await Database.SaveAsync(other);
        var conferral = Guid.CreateVersion7();
        await SendAsync(
            new Confer(
                Stamp("共同获得"),
                conferral,
                A.Facts(2021, documentId: Editing.Document.Id),
                [A.Person(Person, Editing.Unit.Id, Editing.Person.Name), A.Person(other.Id, Editing.Unit.Id, other.Name)],
                A.Decision(Editing.Document.Id)
            )
        );
        return (other, conferral);
    }

    /// <summary>The person's own session.</summary>
    public async Task<HttpClient> SelfAsync() =>
        Site.SignedIn(await Site.Services.CookieAsync(await Site.Services.AccountOfAsync(Person)), followsRedirects: false);

    public Task<HttpClient> AsAsync(Role role) => Site.SignedInAsync(role, role == Role.Hr ? Editing.Unit.Id : null);

    private async Task SendAsync<T>(T command)
        where T : class
    {
        var id = Editing.Award.Id;
        var outcome = command switch
        {
            Confer confer => await Registry.SendAsync(id, confer, Stop),
            CorrectConferral correct => await Registry.SendAsync(id, correct, Stop),
            EndConferral end => await Registry.SendAsync(id, end, Stop),
            RestoreConferral restore => await Registry.SendAsync(id, restore, Stop),
            NoteCertificate note => await Registry.SendAsync(id, note, Stop),
            ShowConferral show => await Registry.SendAsync(id, show, Stop),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, message: null),
        };
        outcome.Succeeded.ShouldBeTrue(outcome.Message);
    }

    private static CommandStamp Stamp(string reason) => CommandStamp.New(Hr, reason);
}
