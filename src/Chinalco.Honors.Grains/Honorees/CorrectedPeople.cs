using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;

namespace Chinalco.Honors.Grains.Honorees;

/// <summary>A person as HR says by hand that it is.</summary>
/// <param name="EmployeeNumber">Another number; null leaves the one that there is: forms do not show it.</param>
/// <param name="Post">The present post; null when the person has none.</param>
/// <param name="On">The day from which the post holds, or the last one ended; null when the post on record was entered wrongly and never held.</param>
public sealed record CorrectedPerson(string Name, string? EmployeeNumber, HonoreeStatus Status, EmploymentFact? Post, PartialDate? On);

/// <summary>One thing that a correction changes.</summary>
/// <param name="Field">The field's word, in Chinese, as rosters have it.</param>
public sealed record CorrectedField(string Field, string? Before, string? After);

/// <summary>What a correction by hand does to a person.</summary>
public static class CorrectedPeople
{
    /// <summary>The word of the employee number among the fields.</summary>
    public const string NumberWord = "工号";

    /// <summary>What differs, in the order of the form; nothing when all of it is so already.</summary>
    public static IReadOnlyList<CorrectedField> Differences(Honoree person, CorrectedPerson to)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(to);
        var present = person.PresentPost;
        CorrectedField[] all =
        [
            new("姓名", person.Name, to.Name),
            new(NumberWord, person.EmployeeNumber, to.EmployeeNumber ?? person.EmployeeNumber),
            new("状态", person.Status.ToChinese(), to.Status.ToChinese()),
            new("单位", present?.UnitText, to.Post?.UnitText),
            new("岗位", present?.Position, to.Post?.Position),
        ];
        return [.. all.Where(f => !string.Equals(f.Before, f.After, StringComparison.Ordinal))];
    }

    internal static void Apply(Honoree person, CorrectedPerson to)
    {
        Require.That(
            new ATextFitsItsColumn("Honoree.EmployeeNumber", to.EmployeeNumber?.Length ?? 0, Honoree.LongestNumber),
            new APersonsFactsHoldNoPrivateNumbers([to.Name, to.EmployeeNumber, to.Post?.UnitText, to.Post?.Position]),
            new APostEndsOnADay(IsEnded(person, to) && to.On is null)
        );
        if (person.Name != to.Name)
        {
            person.Rename(to.Name);
        }

        if (to.EmployeeNumber is { } number && number != person.EmployeeNumber)
        {
            person.GiveNumber(number);
        }

        if (person.Status != to.Status)
        {
            person.ChangeStatus(to.Status);
        }

        Place(person, to);
    }

    private static void Place(Honoree person, CorrectedPerson to)
    {
        var present = person.PresentPost;
        if ((present?.UnitId, present?.UnitText, present?.Position) == (to.Post?.UnitId, to.Post?.UnitText, to.Post?.Position))
        {
            return;
        }

        switch (to)
        {
            case { Post: null, On: { } ended }:
                person.EndEmployments(ended);
                break;
            case { Post: { } post, On: { } moved }:
                person.EndEmployments(moved);
                person.Employ(post.UnitId, post.UnitText, post.Position, moved);
                break;
            case { Post: { } post }:
                person.CorrectPost(post.UnitId, post.UnitText, post.Position);
                break;
        }
    }

    private static bool IsEnded(Honoree person, CorrectedPerson to) => to.Post is null && person.PresentPost is not null;
}

/// <summary>A post that is over ended on some day.</summary>
public sealed class APostEndsOnADay(bool missing) : IRule
{
    public bool Holds => !missing;

    public string Advice => "没有填写单位：如果任职已经结束，请填写从哪一天起；如果仍在任职，请填写单位。";
}

/// <summary>No identity-card and no telephone number is kept, whatever the field.</summary>
public sealed class APersonsFactsHoldNoPrivateNumbers(IReadOnlyList<string?> texts) : IRule
{
    public bool Holds =>
        texts.OfType<string>().All(text => !PrivateNumbers.HoldsIdentityNumber(text) && !PrivateNumbers.HoldsTelephone(text));

    public string Advice => "含有身份证号或手机号。本系统不保存这类号码，请删去。";
}

/// <summary>Whoever corrects a person saw the entry as it is.</summary>
public sealed class TheHonoreeIsAsItWasSeen(long seen, long now) : IRule
{
    public bool Holds => seen == now;

    public string Advice => "在您打开页面之后，有人更改了这个人物。您的操作没有生效，请看过现在的内容再决定。";
}
