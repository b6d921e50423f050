using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Tests;

/// <summary>Whatever commands are carried out, the terms that they left are those that a rebuild derives: not a row more or less.</summary>
public sealed class SearchTermsModelTests
{
    private const int Steps = 60;

    private static readonly string[] Names = ["付军", "单晓明", "曾志伟", "欧阳娜娜", "买买提·吐尔逊", "John Smith", "𠮷田", "吕绿"];
    private static readonly string[] Things =
    [
        "示例铜业有限公司",
        "电解一厂",
        "全国劳动模范",
        "五一劳动奖章",
        "“安康杯”优胜单位",
        "QC小组 2024",
    ];

    private readonly List<Guid> people = [];
    private readonly List<Guid> units = [];
    private readonly List<Guid> awards = [];
    private readonly List<(Guid Award, Guid Conferral)> conferrals = [];

    private static CommandStamp Stamp => CommandStamp.New(A.Clerk, "测试");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task The_terms_after_any_commands_are_those_of_a_rebuild(int seed)
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            var (honour, direct, random) = (await Honour.PrepareAsync(database), new DirectCommands(database), new Random(seed));
            people.Add(honour.Honoree.Id);
            units.Add(honour.Unit.Id);
            awards.Add(honour.Award.Id);
            for (var step = 0; step < Steps; step++)
            {
                await StepAsync(database, direct, honour, random);
            }

            var live = await RowsAsync(database);
            var lines = await new SearchRebuild(database).RunAsync(TestContext.Current.CancellationToken);

            lines.ShouldAllBe(line => line.Differences == 0);
            (await RowsAsync(database)).ShouldBe(live);
            await ForgetAsync(database);
            await new SearchRebuild(database).RunAsync(TestContext.Current.CancellationToken);
            (await RowsAsync(database)).ShouldBe(live);
        }
    }

    private async Task StepAsync(TemporaryDatabase database, DirectCommands direct, Honour honour, Random random)
    {
        var (name, thing) = (Pick(Names), Pick(Things) + random.Next(4));
        var (person, unit, award) = (Pick(people), Pick(units), Pick(awards));
        switch (random.Next(14))
        {
            case 0 or 1:
                var id = Guid.CreateVersion7();
                var number = random.Next(2) == 0 ? A.UniqueName("E-") : null;
                var fact = new EmploymentFact(unit, thing, Position: null);
                await direct.Honorees.RegisterAsync(id, new RegisterHonoree(Stamp, name, number, HonoreeStatus.Active, [fact]));
                people.Add(id);
                break;
            case 2:
                await direct.Honorees.MoveAsync(
                    person,
                    new MoveHonoree(Stamp, new EmploymentFact(unit, thing, Position: null), new PartialDate(2024))
                );
                break;
            case 3:
                var hidden = HonoreeVisibility.Default with { Person = (Visibility)random.Next(3) };
                await direct.Honorees.ShowAsync(person, new ShowHonoree(Stamp, hidden));
                break;
            case 4:
                var child = Guid.CreateVersion7();
                var names = ImmutableArray.Create(new UnitNameFact(name, UnitNameKind.Former));
                var register = new RegisterUnit(Stamp, Code: null, thing, UnitTier.Grassroots, unit, Place: null, Summary: null, names);
                await direct.Units.RegisterAsync(child, register);
                units.Add(child);
                break;
            case 5:
                await direct.Units.RenameAsync(unit, new RenameUnit(Stamp, thing, On: null));
                break;
            case 6:
                await direct.Units.AddNameAsync(unit, new AddUnitName(Stamp, new UnitNameFact(thing, UnitNameKind.Alias)));
                break;
            case 7:
                var added = Guid.CreateVersion7();
                await direct.Awards.RegisterAsync(
                    added,
                    new RegisterAward(Stamp, null, A.UniqueName(thing), AwardLevel.Group, AwardFamily.Skill, null, null, [name])
                );
                awards.Add(added);
                break;
            case 8:
                await direct.Awards.AddAliasAsync(award, new AddAwardAlias(Stamp, thing));
                break;
            case 12:
                await DescribeAsync(database, direct, award, A.UniqueName(thing));
                break;
            case 13:
                await RenameAsync(database, direct, person, name);
                break;
            case 9 when conferrals.Count > 0:
                var (of, ended) = Pick(conferrals);
                await direct.Awards.EndAsync(
                    of,
                    Honour.End(ended, Pick<ConferralStatus>([ConferralStatus.Revoked, ConferralStatus.Deprecated]))
                );
                break;
            case 10 when conferrals.Count > 0:
                var (owner, corrected) = Pick(conferrals);
                var facts = A.Facts(random.Next(2000, 2025)) with { AwardAsPrinted = thing };
                await direct.Awards.CorrectAsync(owner, Honour.Correct(corrected, facts));
                break;
            default:
                RecipientDraft[] to = random.Next(2) == 0 ? [A.Person(person, unit, name)] : [A.Team(thing, unit)];
                var confer = honour.Confer(random.Next(2000, 2025), edition: null, random.Next(60), to);
                confer = confer with { Facts = confer.Facts with { AwardAsPrinted = thing } };
                if ((await direct.Awards.ConferAsync(award, confer)).Succeeded)
                {
                    conferrals.Add((award, confer.ConferralId));
                }

                break;
        }

        T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
    }

    /// <summary>An award gets another name, which its conferrals' printed names may be part of or not.</summary>
    private static async Task DescribeAsync(TemporaryDatabase database, DirectCommands direct, Guid award, string name)
    {
        AwardFacts facts;
        using (var db = database.Open())
        {
            facts = (await db.Awards.AsNoTracking().Include(a => a.Aliases).SingleAsync(a => a.Id == award)).Facts;
        }

        await direct.Awards.DescribeAsync(
            award,
            new DescribeAward(CommandStamp.New(A.Clerk, "更名"), facts with { Name = name }, facts.Digest)
        );
    }

    private static async Task RenameAsync(TemporaryDatabase database, DirectCommands direct, Guid person, string name)
    {
        Honoree now;
        using (var db = database.Open())
        {
            now = await db.Honorees.AsNoTracking().SingleAsync(h => h.Id == person);
        }

        await direct.Honorees.CorrectAsync(
            person,
            new CorrectHonoree(
                CommandStamp.New(A.Clerk, "更正"),
                new CorrectedPerson(name, null, now.Status, new EmploymentFact(null, "某单位", null), null),
                now.Version
            )
        );
    }

    private static async Task ForgetAsync(TemporaryDatabase database)
    {
        using var db = database.Open();
        await db.SearchTerms.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        await db.ArticleGrams.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> RowsAsync(TemporaryDatabase database)
    {
        using var db = database.Open();
        var terms = await db.SearchTerms.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        var grams = await db.ArticleGrams.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        var keys = await db
            .Honorees.Select(h => new { h.Id, Key = EF.Property<byte[]>(h, HonorsContext.NameSortKey) })
            .ToListAsync(TestContext.Current.CancellationToken);
        return string.Join(
            '\n',
            terms
                .Select(t => t.ToString())
                .Concat(grams.Select(g => g.ToString()))
                .Concat(keys.Select(k => $"{k.Id} {Convert.ToHexString(k.Key)}"))
                .Order(StringComparer.Ordinal)
        );
    }
}
