using Chinalco.Honors.Domain.Awards;

namespace Chinalco.Honors.Rankings;

/// <summary>What decides the points of a row.</summary>
/// <param name="Recipients">How many received the conferral together, whether they count or not.</param>
internal readonly record struct RowClass(int? Year, AwardLevel Level, RecipientKind Kind, int Recipients);

/// <summary>Numbers for the classes there are: some thousands, so that the points of millions of rows are worked out for each class once.</summary>
internal sealed class RowClasses
{
    private readonly Dictionary<RowClass, int> numbers = [];
    private readonly List<RowClass> classes = [];

    public IReadOnlyList<RowClass> All => classes;

    public int Of(RowClass row)
    {
        if (!numbers.TryGetValue(row, out var number))
        {
            number = classes.Count;
            classes.Add(row);
            numbers.Add(row, number);
        }

        return number;
    }
}
