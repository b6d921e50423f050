using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Claims;
using Chinalco.Honors.Ingestion.Lexicons;
using Chinalco.Honors.Ingestion.Linking;
using Chinalco.Honors.Ingestion.Tests.Pipeline;

namespace Chinalco.Honors.Ingestion.Tests.Linking;

public sealed class PersonLinkerTests
{
    private static readonly PersonLinker Linker = new(Tests.Pipeline.Findings.Lexicon);

    [Fact]
    public void Namesakes_are_told_apart_by_unit()
    {
        var link = Linker.Link(Person("许牧川", "石塘冶炼"));

        link.Decision.ShouldBe(LinkDecision.Linked);
        link.Person!.Id.ShouldBe("P2");
        link.Candidates.Length.ShouldBe(2);
    }

    [Fact]
    public void Name_alone_is_never_enough()
    {
        Linker.Link(Person("蒲清和", unit: null)).Decision.ShouldBe(LinkDecision.Ambiguous);
    }

    [Fact]
    public void Another_unit_makes_another_person()
    {
        Linker.Link(Person("蒲清和", "青禾铝业")).Decision.ShouldBe(LinkDecision.New);
    }

    [Fact]
    public void Unknown_name_is_a_new_person()
    {
        Linker.Link(Person("童远", "青禾铝业")).Decision.ShouldBe(LinkDecision.New);
    }

    private static Recipient Person(string name, string? unit) =>
        new(RecipientKind.Person, name, unit, unit is null ? null : Tests.Pipeline.Findings.Lexicon.UnitNamed(unit), Position: null);
}
