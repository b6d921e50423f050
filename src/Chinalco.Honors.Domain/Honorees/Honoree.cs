using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Honorees;

/// <summary>人物: a person who may hold honours. No identity-card or telephone number is ever kept.</summary>
public sealed class Honoree : IVersioned
{
    /// <summary>Most UTF-16 units of a name; the longest names of China's minorities stay well below.</summary>
    public const int LongestName = 40;

    /// <summary>Most UTF-16 units of an employee number.</summary>
    public const int LongestNumber = 40;

    private readonly List<Employment> employments = [];
    private readonly List<HonoreeAlias> aliases = [];

    public Honoree(Guid id, string name, string? employeeNumber, HonoreeStatus status, bool isSample = false)
    {
        Require.That(new TextIsGiven("姓名", name, LongestName));
        (Id, Name, EmployeeNumber, Status, IsSample) = (id, name, employeeNumber, status, isSample);
        Version = PageVersion = 1;
    }

    private Honoree() { }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The number on the roster; null for a person known from print only.</summary>
    public string? EmployeeNumber { get; private set; }

    public HonoreeStatus Status { get; private set; }

    /// <summary>An invented person of the sample data.</summary>
    public bool IsSample { get; private set; }

    /// <summary>Who may know that the person is in the registry.</summary>
    public Visibility Visibility { get; private set; }

    public Visibility NumberVisibility { get; private set; } = HonoreeVisibility.Default.EmployeeNumber;

    public Visibility StatusVisibility { get; private set; } = HonoreeVisibility.Default.Status;

    public long Version { get; private set; }

    public long PageVersion { get; private set; }

    public IReadOnlyList<Employment> Employments => employments;

    /// <summary>Other names and numbers the person is known by, in no order.</summary>
    public IReadOnlyList<HonoreeAlias> Aliases => aliases;

    /// <summary>The person whom this entry was merged into; such an entry keeps nothing but the way there. Null for everybody else.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>The employment a page shows beside the name: the one that lasts, else the last.</summary>
    public Employment? CurrentEmployment => employments.OrderBy(e => e.To is null ? 1 : 0).ThenBy(e => e.From).LastOrDefault();

    /// <summary>The employment that lasts, the last one if there are several; null when none does.</summary>
    public Employment? PresentPost => CurrentEmployment is { To: null } lasting ? lasting : null;

    public Employment Employ(Guid? unitId, string unitText, string? position, PartialDate? from, PartialDate? to = null)
    {
        var employment = new Employment(Id, unitId, unitText, position, from, to);
        employments.Add(employment);
        Moved();
        return employment;
    }

    /// <summary>Ends every employment that lasts, when the person moves, retires or dies.</summary>
    public void EndEmployments(PartialDate on)
    {
        foreach (var open in employments.Where(e => e.To is null))
        {
            open.End(on);
        }

        Moved();
    }

    public void Rename(string name)
    {
        Require.That(new TextIsGiven("姓名", name, LongestName));
        Name = name;
        Moved();
    }

    /// <summary>Gives the number to a person who was known from print only, or a new one to somebody who changed the employer within the group.</summary>
    public void GiveNumber(string employeeNumber)
    {
        Require.That(new TextIsGiven("工号", employeeNumber, LongestNumber));
        EmployeeNumber = employeeNumber;
        Moved();
    }

    /// <summary>The present post, where it was entered wrongly; a first one where none lasts.</summary>
    public void CorrectPost(Guid? unitId, string unitText, string? position)
    {
        if (PresentPost is not { } present)
        {
            Employ(unitId, unitText, position, from: null);
            return;
        }

        present.Correct(unitId, unitText, position);
        Moved();
    }

    public void ChangeStatus(HonoreeStatus status)
    {
        Status = status;
        Moved();
    }

    /// <summary>Says who may see the person, the fields and the past employments.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Show(HonoreeVisibility to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var past = employments.Where(e => e.To is not null && e.Visibility != to.PastEmployments).ToList();
        if (past.Count == 0 && (Visibility, NumberVisibility, StatusVisibility) == (to.Person, to.EmployeeNumber, to.Status))
        {
            return false;
        }

        (Visibility, NumberVisibility, StatusVisibility) = (to.Person, to.EmployeeNumber, to.Status);
        past.ForEach(e => e.Show(to.PastEmployments));
        Moved();
        return true;
    }

    /// <summary>Adds another name or number; one that the person bears already changes nothing.</summary>
    public void AddAlias(AliasKind kind, string text)
    {
        Require.That(new TextIsGiven("别名", text, HonoreeAlias.Longest));
        if (text != (kind == AliasKind.Name ? Name : EmployeeNumber) && !aliases.Exists(a => a.Kind == kind && a.Text == text))
        {
            aliases.Add(new HonoreeAlias(Id, kind, text));
            Moved();
        }
    }

    /// <summary>The entry turned out to be another person's: that one keeps everything, this one the way there.</summary>
    /// <param name="keptId">Somebody else.</param>
    public void MergeInto(Guid keptId)
    {
        (MergedIntoId, EmployeeNumber) = (keptId, null);
        Moved();
    }

    /// <summary>What two entries of one person, or one of two, leave to this one.</summary>
    public void Take(string name, string? employeeNumber, HonoreeStatus status)
    {
        Require.That(new TextIsGiven("姓名", name, LongestName));
        (Name, EmployeeNumber, Status) = (name, employeeNumber, status);
        aliases.RemoveAll(a => a.Text == (a.Kind == AliasKind.Name ? name : employeeNumber));
        Moved();
    }

    /// <summary>Is seen by no more than may see another entry of the same person.</summary>
    public void HideAs(Honoree other)
    {
        ArgumentNullException.ThrowIfNull(other);
        (Visibility, NumberVisibility, StatusVisibility) = (
            Stricter(Visibility, other.Visibility),
            Stricter(NumberVisibility, other.NumberVisibility),
            Stricter(StatusVisibility, other.StatusVisibility)
        );

        static Visibility Stricter(Visibility one, Visibility two) => one > two ? one : two;
    }

    /// <summary>Says that something of the person changed that is kept beside it.</summary>
    public void Touch() => Moved();

    private void Moved()
    {
        Version++;
        PageVersion++;
    }
}
