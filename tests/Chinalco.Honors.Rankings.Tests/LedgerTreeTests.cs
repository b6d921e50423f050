namespace Chinalco.Honors.Rankings.Tests;

public sealed class LedgerTreeTests
{
    private const int None = -1;

    [Fact]
    public void A_unit_counts_for_its_heir_and_else_for_the_one_above()
    {
        var tree = Tree((None, None), (0, None), (0, 1), (2, None));

        Above(tree, 4).ShouldBe([None, 0, 1, 2]);
        tree.Meet(3, 1).ShouldBe(1);
        tree.Meet(3, 3).ShouldBe(3);
    }

    [Fact]
    public void An_heir_below_what_it_took_over_counts_for_whatever_was_above_that()
    {
        // The group, a company that ended, a plant of the company, and its workshop, which took the company over.
        var tree = Tree((None, None), (0, 3), (1, None), (2, None));

        Above(tree, 4).ShouldBe([None, 3, 0, 2]);
    }

    [Fact]
    public void A_circle_without_an_heir_is_cut()
    {
        var tree = Tree((1, None), (0, None), (0, None));

        Above(tree, 3).Count(above => above == None).ShouldBe(1);
        tree.Downwards.Length.ShouldBe(3);
    }

    [Fact]
    public void Units_of_different_trees_meet_nowhere() => Tree((None, None), (None, None)).Meet(0, 1).ShouldBe(None);

    private static int[] Above(LedgerTree tree, int units) => [.. Enumerable.Range(0, units).Select(tree.AboveOf)];

    private static LedgerTree Tree(params (int Parent, int Heir)[] places)
    {
        var numbers = new UnitNumbers();
        for (var unit = 0; unit < places.Length; unit++)
        {
            numbers.Of(new Guid(unit + 1, 0, 0, new byte[8]));
        }

        return new LedgerTree([.. places.Select(p => new UnitPlace(p.Parent, p.Heir))], numbers);
    }
}
