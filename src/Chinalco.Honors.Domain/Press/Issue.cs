namespace Chinalco.Honors.Domain.Press;

/// <summary>报纸期: one number of a newspaper.</summary>
public sealed class Issue
{
    /// <summary>Most UTF-16 units of a newspaper's name.</summary>
    public const int LongestNewspaper = 100;

    public Issue(Guid id, string newspaper, int number, DateOnly? date) => (Id, Newspaper, Number, Date) = (id, newspaper, number, date);

    private Issue() { }

    public Guid Id { get; private set; }

    /// <summary>The newspaper's name without book-title marks.</summary>
    public string Newspaper { get; private set; } = "";

    /// <summary>总第几期</summary>
    public int Number { get; private set; }

    public DateOnly? Date { get; private set; }
}
