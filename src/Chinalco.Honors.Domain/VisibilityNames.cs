namespace Chinalco.Honors.Domain;

/// <summary>The Chinese words for visibilities.</summary>
public static class VisibilityNames
{
    public static string ToChinese(this Visibility visibility) =>
        visibility switch
        {
            Visibility.Public => "公开",
            Visibility.Internal => "仅登录员工",
            Visibility.HrOnly => "仅主管人事、工会",
            _ => throw new ArgumentOutOfRangeException(nameof(visibility), visibility, message: null),
        };
}
