using System.Globalization;
using Chinalco.Honors.Data.Text;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.Tests;

public sealed class OrderTests
{
    [Fact]
    public async Task Names_sort_by_pinyin()
    {
        SkipWithoutCollation();
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            await database.SaveAsync([.. new[] { "张三", "阿明", "李四", "王五", "周六", "白七", "李白" }.Select(name => A.Honoree(name))]);

            using var db = database.Open();
            var names = db.Honorees.OrderBy(h => EF.Property<byte[]>(h, HonorsContext.NameSortKey)).Select(h => h.Name).ToList();

            names.ShouldBe(["阿明", "白七", "李白", "李四", "王五", "张三", "周六"]);
        }
    }

    [Fact]
    public async Task A_renamed_person_sorts_by_the_new_name()
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            var honoree = A.Honoree("张三");
            await database.SaveAsync(honoree);
            using var db = database.Open();
            (await db.Honorees.SingleAsync(TestContext.Current.CancellationToken)).Rename("阿明");

            await db.SaveChangesAsync(TestContext.Current.CancellationToken);

            using var later = database.Open();
            later.Honorees.Select(h => EF.Property<byte[]>(h, HonorsContext.NameSortKey)).Single().ShouldBe(PinyinSortKey.Of("阿明"));
        }
    }

    [Fact]
    public void A_key_is_never_longer_than_its_column() =>
        PinyinSortKey.Of(new string('张', 40)).Length.ShouldBeLessThanOrEqualTo(PinyinSortKey.Longest);

    [Fact]
    public void A_name_has_one_key() => PinyinSortKey.Of("张三").ShouldBe(PinyinSortKey.Of("张三"));

    [Fact]
    public async Task Instants_sort_in_the_order_of_time_whatever_their_offset()
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            var beijing = TimeSpan.FromHours(8);
            await database.SaveAsync(
                At("third", new DateTimeOffset(2025, 1, 1, 1, 0, 0, TimeSpan.Zero)),
                At("first", new DateTimeOffset(2025, 1, 1, 7, 30, 0, beijing)),
                At("second", new DateTimeOffset(2025, 1, 1, 8, 30, 0, beijing))
            );

            using var db = database.Open();
            db.ProcessedCommands.OrderBy(c => c.At).Select(c => c.Kind).ToList().ShouldBe(["first", "second", "third"]);
        }
    }

    [Fact]
    public async Task An_instant_keeps_its_last_tick()
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            var at = A.Moment.AddTicks(1);
            await database.SaveAsync(At("now", at));

            using var db = database.Open();
            db.ProcessedCommands.Single().At.ShouldBe(at);
        }
    }

    private static ProcessedCommand At(string kind, DateTimeOffset at) => new(Guid.NewGuid(), kind, "{}", at);

    private static void SkipWithoutCollation() =>
        Assert.SkipUnless(
            CultureInfo.GetCultureInfo("zh-CN").CompareInfo.GetSortKey("张", CompareOptions.None).KeyData.Length > 0,
            "This machine has no Chinese collation (ICU); names sort by code point."
        );
}
