using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Chinalco.Honors.Grains.Hosting;

/// <summary>
/// Which types cross the grains' contracts: the sealed records of this product that hold nothing but values and records of the same kind.
/// A record with a list that somebody could change is none of them: a silo whose contracts name one refuses to start.
/// </summary>
internal static class ContractTypes
{
    private static readonly ConcurrentDictionary<Type, bool> Known = new();

    private static readonly HashSet<Type> Values =
    [
        typeof(string),
        typeof(decimal),
        typeof(Guid),
        typeof(DateOnly),
        typeof(DateTimeOffset),
        typeof(TimeSpan),
    ];

    public static bool Contains(Type type) => Known.GetOrAdd(type, IsImmutableRecord);

    private static bool IsImmutableRecord(Type type) =>
        type is { IsSealed: true, IsClass: true } && IsOurs(type) && type.GetMethod("<Clone>$") is not null && HoldsValuesOnly(type);

    private static bool HoldsValuesOnly(Type type) =>
        Array.TrueForAll(type.GetProperties(BindingFlags.Public | BindingFlags.Instance), p => IsInitOnly(p) && IsValue(p.PropertyType));

    private static bool IsInitOnly(PropertyInfo property) =>
        property.SetMethod is not { } set || set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsValue(Type type) =>
        type.IsPrimitive
        || type.IsEnum
        || Values.Contains(type)
        || (type.IsValueType && IsOurs(type) && type.IsDefined(typeof(IsReadOnlyAttribute)))
        || (ElementOf(type) is { } element && IsValue(element))
        || Contains(type);

    private static Type? ElementOf(Type type) =>
        Nullable.GetUnderlyingType(type)
        ?? (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? type.GetGenericArguments()[0] : null);

    private static bool IsOurs(Type type) => type.Namespace?.StartsWith("Chinalco.Honors.", StringComparison.Ordinal) == true;
}
