namespace Chinalco.Honors.Domain.Honorees;

/// <summary>Who may see what of a person. Name, present post and honours are as visible as the person.</summary>
public sealed record HonoreeVisibility(Visibility Person, Visibility EmployeeNumber, Visibility Status, Visibility PastEmployments)
{
    /// <summary>As long as nobody decides otherwise: the public sees who was honoured, colleagues the career, HR the number.</summary>
    public static readonly HonoreeVisibility Default = new(Visibility.Public, Visibility.HrOnly, Visibility.Internal, Visibility.Internal);
}
