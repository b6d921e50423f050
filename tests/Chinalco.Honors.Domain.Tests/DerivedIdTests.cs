namespace Chinalco.Honors.Domain.Tests;

public sealed class DerivedIdTests
{
    // Computed outside this code base from the definition: SHA-256 of the scope's bytes and the name, version 8.
    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000", "75324914-1ebb-8255-a38e-bb35ac15e4c6")]
    [InlineData("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "fdbabba5-0c7d-85a2-9768-f6d75b31316d")]
    public void The_same_scope_and_name_give_the_same_id_for_ever(string scope, string expected) =>
        DerivedId.From(new Guid(scope), "中铝大工匠").ShouldBe(new Guid(expected));

    [Fact]
    public void Another_name_gives_another_id() => DerivedId.From(Guid.Empty, "甲").ShouldNotBe(DerivedId.From(Guid.Empty, "乙"));

    [Fact]
    public void The_id_says_that_it_is_a_custom_one() => DerivedId.From(Guid.Empty, "甲").Version.ShouldBe(8);
}
