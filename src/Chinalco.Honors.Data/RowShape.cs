using System.Linq.Expressions;
using Chinalco.Honors.Domain.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

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
    private readonly ValueConverter? converter;
    private readonly int? longest;
    private readonly string word;

    public RowColumn(IProperty property)
    {
        Property = property;
        Name = property.GetColumnName();
        read = DerivedColumns.Reader(property) ?? property.GetGetter().GetClrValue;
        converter = property.GetTypeMapping().Converter;
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
        Check(value as string);
        return value is null || converter is null ? value : converter.ConvertToProvider(value);
    }

    /// <exception cref="RuleBrokenException">The text is too long for the column.</exception>
    public void Check(string? text)
    {
        if (longest is { } most && text?.Length > most)
        {
            throw new RuleBrokenException(new ATextFitsItsColumn(word, text.Length, most));
        }
    }

    /// <summary>Reads what the column holds of an entity without boxing it. Compiled: for whoever reads many rows.</summary>
    /// <typeparam name="T">The type that the provider keeps, or one that it is widened to; nullable.</typeparam>
    public Func<object, T> ReaderOf<T>()
    {
        if (DerivedColumns.Reader(Property) is { } derive)
        {
            return entity => (T)derive(entity)!;
        }

        var entity = Expression.Parameter(typeof(object));
        var member = Expression.MakeMemberAccess(
            Expression.Convert(entity, Property.DeclaringType.ClrType),
            Property.GetMemberInfo(forMaterialization: false, forSet: false)
        );
        return Expression.Lambda<Func<object, T>>(Converted<T>(member), entity).Compile();
    }

    private Expression Converted<T>(Expression value)
    {
        if (converter is null || converter.ModelClrType.IsEnum && converter.ProviderClrType != typeof(string))
        {
            return Expression.Convert(value, typeof(T));
        }

        var isNullable = Nullable.GetUnderlyingType(value.Type) is not null;
        var given = isNullable ? Expression.Property(value, nameof(Nullable<>.Value)) : value;
        var converted = Expression.Convert(Expression.Invoke(converter.ConvertToProviderExpression, given), typeof(T));
        return value.Type.IsValueType && !isNullable
            ? converted
            : Expression.Condition(
                Expression.Equal(value, Expression.Constant(null, value.Type)),
                Expression.Default(typeof(T)),
                converted
            );
    }
}
