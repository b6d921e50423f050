using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Chinalco.Honors.Grains.Tests.Contracts;

/// <summary>Every record of the contracts survives the way to another silo, and is handed on uncopied within one.</summary>
public sealed class ContractTests(ContractTests.Wire wire) : IClassFixture<ContractTests.Wire>
{
    public static TheoryData<Type> Records() => [.. Contract.Records];

    [Fact]
    public void The_contracts_were_read() => Contract.Records.ShouldContain(typeof(EvidenceDraft));

    [Theory]
    [MemberData(nameof(Records))]
    public void A_full_record_survives_the_wire(Type record) => Survives(new Sample(full: true).Of(record));

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_without_its_optional_parts_survives_the_wire(Type record) => Survives(new Sample(full: false).Of(record));

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_is_handed_on_uncopied(Type record)
    {
        var sent = new Sample(full: true).Of(record);

        wire.Copier.Copy(sent).ShouldBeSameAs(sent);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_is_known_to_be_immutable(Type record) => ContractTypes.Contains(record).ShouldBeTrue();

    [Theory]
    [InlineData(typeof(WithList))]
    [InlineData(typeof(WithReadOnlyView))]
    [InlineData(typeof(WithSetter))]
    [InlineData(typeof(HoldsOneWithSetter))]
    [InlineData(typeof(NotSealed))]
    [InlineData(typeof(NoRecord))]
    [InlineData(typeof(string))]
    [InlineData(typeof(Conferral))]
    public void What_could_change_is_left_to_the_ordinary_copiers(Type type) => ContractTypes.Contains(type).ShouldBeFalse();

    [Fact]
    public void A_list_is_copied()
    {
        List<string> list = ["甲"];

        wire.Copier.Copy(list).ShouldNotBeSameAs(list);
    }

    [Fact]
    public void Every_rule_that_grains_check_is_public_so_that_callers_can_name_it() =>
        typeof(IAwardGrain)
            .Assembly.GetTypes()
            .Where(t => t.IsClass && typeof(IRule).IsAssignableFrom(t) && !(t.IsPublic && t.IsSealed))
            .ShouldBeEmpty();

    [Theory]
    [InlineData(CommandResult.Applied, true)]
    [InlineData(CommandResult.NothingToDo, true)]
    [InlineData(CommandResult.Rejected, false)]
    [InlineData(CommandResult.Undecided, false)]
    public void Only_what_holds_afterwards_has_succeeded(CommandResult result, bool succeeded) =>
        new CommandOutcome(result, Guid.Empty, 0).Succeeded.ShouldBe(succeeded);

    private void Survives(object sent)
    {
        var bytes = wire.Serializer.SerializeToArray(sent);

        Sample.Describe(wire.Serializer.Deserialize<object>(bytes)).ShouldBe(Sample.Describe(sent));
    }

    /// <summary>The serialiser of a silo, without the silo.</summary>
    public sealed class Wire : IDisposable
    {
        private readonly ServiceProvider services = new ServiceCollection().AddHonorsGrains().BuildServiceProvider();

        public Serializer Serializer => services.GetRequiredService<Serializer>();

        public DeepCopier Copier => services.GetRequiredService<DeepCopier>();

        public void Dispose() => services.Dispose();
    }

    private sealed record WithList(List<string> Names);

    private sealed record WithReadOnlyView(IReadOnlyList<string> Names);

    private sealed record WithSetter
    {
        public string? Name { get; set; }
    }

    private sealed record HoldsOneWithSetter(WithSetter Inner);

    public record NotSealed(string Name);

    private sealed class NoRecord(string name)
    {
        public string Name => name;
    }
}
