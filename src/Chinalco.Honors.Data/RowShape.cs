using Chinalco.Honors.Domain.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chinalco.Honors.Data;

/// <summary>How an entity becomes a row: its columns in their order, each with what it holds. Made once for each entity type of a model.</summary>
internal sealed class RowShape
{
    private const string Annotation = "Honors:RowShape";

    private RowShape(IEntityType type)
    {
        Type = type;
        Columns = [.. type.GetProperties().Select(property => new RowColumn(property))];
    }

    public IEntityType Type { get; }

    public IReadOnlyList<RowColumn> Columns { get; }

    public static RowShape Of(IEntityType type) => type.GetOrAddRuntimeAnnotationValue(Annotation, static t => new RowShape(t!), type);
}

/// <summary>One column of a row.</summary>
internal sealed class RowColumn
{
    private readonly Func<object, object?> read;
    private readonly Func<object?, object?>? convert;
    private readonly int? longest;
    private readonly string word;

    public RowColumn(IProperty property)
    {
        Property = property;
        Name = property.GetColumnName();
        read = DerivedColumns.Reader(property) ?? property.GetGetter().GetClrValue;
        var converter = property.GetTypeMapping().Converter;
        convert = converter?.ConvertToProvider;
        var type = converter?.ProviderClrType ?? property.ClrType;
        ProviderType = Nullable.GetUnderlyingType(type) ?? type;
        longest = property.ClrType == typeof(string) ? property.GetMaxLength() : null;
        word = $"{property.DeclaringType.ClrType.Name}.{property.Name}";
    }

    public IProperty Property { get; }

    public string Name { get; }

    /// <summary>The type that the provider keeps.</summary>
    public Type ProviderType { get; }

    /// <summary>What the column holds of an entity, as the provider keeps it; null for nothing.</summary>
    /// <exception cref="RuleBrokenException">A text is too long.</exception>
    public object? ValueOf(object entity)
    {
        var value = read(entity);
        if (longest is { } most && value is string text && text.Length > most)
        {
            throw new RuleBrokenException(new ATextFitsItsColumn(word, text.Length, most));
        }

        return value is null || convert is null ? value : convert(value);
    }
}
