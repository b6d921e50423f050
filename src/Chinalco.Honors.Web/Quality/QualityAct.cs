using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Quality;

/// <summary>A way to the form that puts something right.</summary>
/// <param name="Right">Who may use the form.</param>
/// <param name="Honour">The honour that the form changes; whoever does not keep that one is not led there.</param>
/// <param name="Person">The person whose entry the form changes; likewise.</param>
/// <param name="OfGroup">The form changes what belongs to no unit: it is for those whose units are the whole group.</param>
public sealed record QualityAct(string Text, string Href, Right Right, Guid? Honour = null, Guid? Person = null, bool OfGroup = false)
{
    /// <summary>Name, number, status or present post is corrected.</summary>
    internal static QualityAct Entry(Guid person) =>
        new(QualityTexts.ActPerson, Address.PersonEdit(person), Right.KeepPeople, Person: person);

    /// <summary>Level or body of the catalogue's entry is corrected.</summary>
    internal static QualityAct Catalogue(Guid award) =>
        new(QualityTexts.ActAward, Address.AwardEdit(award), Right.KeepHonours, OfGroup: true);

    internal static QualityAct Roster => new(QualityTexts.ActRoster, "/imports", Right.ImportPeople);

    internal static QualityAct Desk => new(QualityTexts.ActDesk, "/desk", Right.Decide);

    /// <summary>Level, body, year or document of an honour is corrected.</summary>
    internal static QualityAct Correct(string text, Guid honour) => new(text, Address.Conferral(honour, "edit"), Right.KeepHonours, honour);

    /// <summary>A document is entered as a proof of an honour.</summary>
    internal static QualityAct Prove(Guid honour) =>
        new(QualityTexts.ActDocument, Address.Conferral(honour, "evidence"), Right.KeepHonours, honour);

    /// <summary>Two people of one name are put side by side, or made one.</summary>
    internal static IEnumerable<QualityAct> Duplicates(string name, IReadOnlyList<Guid> people)
    {
        yield return new QualityAct(QualityTexts.ActCompare, Address.People(new Queries.PeopleFilter(name)), Right.ReadQuality);
        foreach (var other in people.Skip(1))
        {
            yield return new QualityAct(QualityTexts.ActMerge, Address.Merge(people[0], other), Right.MergePeople);
        }
    }
}
