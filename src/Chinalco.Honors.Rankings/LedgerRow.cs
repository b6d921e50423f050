using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;

namespace Chinalco.Honors.Rankings;

/// <summary>A recipient that counts for a unit.</summary>
/// <param name="Unit">The unit's number.</param>
/// <param name="ShownTo">The stricter of the conferral's visibility and the person's.</param>
internal readonly record struct LedgerRow(int Unit, RowClass Class, AwardFamily Family, Visibility ShownTo);

/// <summary>What a question filters by, in one byte.</summary>
internal static class RowMark
{
    /// <summary>No row: it was one once.</summary>
    public const byte Gone = 0;

    /// <summary>How many different marks there are.</summary>
    public const int Count = 128;

    private const int FamilyBits = 0b1111;
    private const int VisibilityShift = 4;
    private const int Behind = 0b100_0000;

    /// <param name="isBehind">The row belongs to the conferral of the row before it.</param>
    public static byte Of(AwardFamily family, Visibility shownTo, bool isBehind)
    {
        ArgumentOutOfRangeException.ThrowIfZero((int)family);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)family, FamilyBits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)shownTo, 3);
        return (byte)((int)family | ((int)shownTo << VisibilityShift) | (isBehind ? Behind : 0));
    }

    public static bool IsBehind(byte mark) => (mark & Behind) != 0;

    public static AwardFamily FamilyOf(byte mark) => (AwardFamily)(mark & FamilyBits);

    public static Visibility ShownTo(byte mark) => (Visibility)((mark >> VisibilityShift) & 3);
}
