using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Chinalco.Honors.Grains.Hosting;

/// <summary>Which types cross the grains' contracts: the immutable records of this product.</summary>
internal static class ContractTypes
{
    private static readonly ConcurrentDictionary<Type, bool> Known = new();

    public static bool Contains(Type type) => Known.GetOrAdd(type, IsImmutableRecord);

    private static bool IsImmutableRecord(Type type) =>
        type is { IsSealed: true, IsClass: true, Namespace: { } space }
        && space.StartsWith("Chinalco.Honors.", StringComparison.Ordinal)
        && type.GetMethod("<Clone>$") is not null
        && type.GetProperties()
            .All(property => property.SetMethod is not { } set || set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)));
}
