using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Components.Reorganising;

/// <summary>What is done with a unit; the word stands in the address.</summary>
public enum OrderKind
{
    Rename = 1,
    Move = 2,
    Merge = 3,
    Split = 4,
    Dissolve = 5,
    Found = 6,
    Correct = 7,
    Count = 8,
    Undo = 9,
}

/// <summary>The form by which a unit is changed.</summary>
public sealed class OrderForm : EditingForm
{
    /// <summary>How many parts a unit is split into at once, at most.</summary>
    public const int MostParts = 3;

    /// <summary>Names everything that the preview showed.</summary>
    public string? Digest { get; set; }

    public string? On { get; set; }

    /// <summary>The number of the document that orders it.</summary>
    public string? Document { get; set; }

    public string? Name { get; set; }

    public UnitTier Tier { get; set; } = UnitTier.Grassroots;

    public string? Place { get; set; }

    public string? Summary { get; set; }

    public string? FoundedOn { get; set; }

    public string? Year { get; set; }

    public string? Number { get; set; }

    public string? Source { get; set; }

    /// <summary>Which part carries the honours on, from 0; empty when the unit goes on.</summary>
    public string? HeirPart { get; set; }

    /// <summary>The change that is taken back.</summary>
    public Guid Change { get; set; }

    /// <summary>The order that the form asks for.</summary>
    /// <param name="target">The other unit, chosen before.</param>
    /// <param name="form">What was ticked.</param>
    /// <exception cref="FieldRefusedException">A field is missing or wrong.</exception>
    public UnitOrder ToOrder(OrderKind kind, Guid unit, Guid? target, Guid? document, IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var on = Told.Partial(On)?.ToString() ?? throw new FieldRefusedException(OrganisationTexts.OnMissing);
        return kind switch
        {
            OrderKind.Rename => new RenameOrder(unit, on, Named(Name), document),
            OrderKind.Move => new MoveOrder(unit, on, Chosen(target), document),
            OrderKind.Merge => new MergeOrder(unit, on, Chosen(target), Ids(form["absorbed"]), document),
            OrderKind.Split => new SplitOrder(unit, on, Parts(form), Part(HeirPart), document),
            OrderKind.Dissolve => new DissolveOrder(unit, on, target, document),
            OrderKind.Found => new FoundOrder(unit, on, Named(Name), Tier, Told.Text(Place), Told.Text(Summary), document),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };
    }

    private static ImmutableArray<UnitPart> Parts(IFormCollection form)
    {
        var parts = ImmutableArray.CreateBuilder<UnitPart>();
        for (var i = 0; i < MostParts; i++)
        {
            if (Told.Text(form[$"part.{i}.name"]) is { } name)
            {
                var tier =
                    Enum.TryParse<UnitTier>(form[$"part.{i}.tier"], out var told) && Enum.IsDefined(told) ? told : UnitTier.Grassroots;
                parts.Add(new UnitPart(name, tier, To(form, "sub.", i), To(form, "person.", i)));
            }
        }

        return parts.ToImmutable();
    }

    /// <summary>Those that go to a part: a field for each, which holds the part's number.</summary>
    private static ImmutableArray<Guid> To(IFormCollection form, string prefix, int part) =>
        [
            .. form
                .Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal) && Part(form[k]) == part)
                .Select(k => Guid.TryParse(k.AsSpan(prefix.Length), out var id) ? id : Guid.Empty)
                .Where(id => id != Guid.Empty),
        ];

    private static int? Part(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? part : null;

    private static ImmutableArray<Guid> Ids(IEnumerable<string?> texts) =>
        [.. texts.Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];

    private static string Named(string? name) => Told.Text(name) ?? throw new FieldRefusedException(OrganisationTexts.NameMissing);

    private static Guid Chosen(Guid? target) => target ?? throw new FieldRefusedException(OrganisationTexts.TargetMissing);
}
