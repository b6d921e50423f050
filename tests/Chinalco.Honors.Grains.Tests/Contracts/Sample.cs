using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Chinalco.Honors.Domain;

namespace Chinalco.Honors.Grains.Tests.Contracts;

/// <summary>Makes and describes records by reflection: every member filled with something of its own, or every optional one left out.</summary>
internal sealed class Sample(bool full)
{
    private static readonly NullabilityInfoContext Nullability = new();

    private int last;

    public object Of(Type record)
    {
        var constructor = record.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(Argument)]);
    }

    /// <summary>Every public member of a record and of what it holds, as text: equal texts, equal records.</summary>
    public static string Describe(object? value) =>
        value switch
        {
            null => "null",
            string text => $"'{text}'",
            IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Select(Describe))}]",
            IFormattable one => one.ToString(format: null, CultureInfo.InvariantCulture),
            PartialDate date => date.ToString(),
            bool flag => flag ? "true" : "false",
            _ => $"{{{string.Join(", ", value.GetType().GetProperties().Select(p => $"{p.Name}: {Describe(p.GetValue(value))}"))}}}",
        };

    private object? Argument(ParameterInfo parameter)
    {
        var optional =
            Nullable.GetUnderlyingType(parameter.ParameterType) is not null
            || Nullability.Create(parameter).WriteState == NullabilityState.Nullable;
        return optional && !full ? null : Value(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType);
    }

    private object Value(Type type)
    {
        last++;
        return type switch
        {
            _ when type == typeof(string) => $"文“{last}”\n\\<&>𠮷",
            _ when type == typeof(int) => last,
            _ when type == typeof(long) => long.MaxValue - last,
            _ when type == typeof(bool) => full,
            _ when type == typeof(Guid) => Guid.NewGuid(),
            _ when type == typeof(DateOnly) => new DateOnly(2025, 2, 28),
            _ when type == typeof(PartialDate) => new PartialDate(2019, 5),
            _ when type.IsEnum => Enum.GetValues(type).Cast<object>().Last(),
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => Many(type.GetGenericArguments()[0]),
            _ when type.IsClass => Of(type),
            _ => throw new InvalidOperationException($"No sample of a {type}: add one here."),
        };
    }

    private object Many(Type element)
    {
        var items = Array.CreateInstance(element, full ? 2 : 0);
        for (var n = 0; n < items.Length; n++)
        {
            items.SetValue(Value(element), n);
        }

        return typeof(ImmutableArray)
            .GetMethods()
            .Single(m => m.Name == nameof(ImmutableArray.Create) && m.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(element)
            .Invoke(obj: null, [items])!;
    }
}
