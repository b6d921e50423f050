namespace Chinalco.Honors.Domain.Honorees;

/// <summary>The Chinese words of <see cref="Gender"/>.</summary>
public static class GenderNames
{
    public static string ToChinese(this Gender gender) =>
        gender switch
        {
            Gender.Male => "男",
            Gender.Female => "女",
            _ => throw new ArgumentOutOfRangeException(nameof(gender), gender, "No such gender."),
        };
}
