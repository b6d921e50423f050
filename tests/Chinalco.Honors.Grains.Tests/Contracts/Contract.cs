using System.Collections.Immutable;
using System.Reflection;

namespace Chinalco.Honors.Grains.Tests.Contracts;

/// <summary>Every record that crosses a grain's contract, found by reading the contracts, so that a new one cannot be forgotten.</summary>
internal static class Contract
{
    public static readonly ImmutableArray<Type> Records =
    [
        .. typeof(IRegistry)
            .Assembly.GetExportedTypes()
            .Where(t => t.IsInterface && typeof(IGrain).IsAssignableFrom(t))
            .SelectMany(t => t.GetMethods())
            .SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(AnswerOf(m)))
            .SelectMany(WithWhatItHolds)
            .Where(t => t.IsClass && t != typeof(string))
            .Distinct()
            .OrderBy(t => t.Name, StringComparer.Ordinal),
    ];

    private static Type AnswerOf(MethodInfo method) => method.ReturnType.GetGenericArguments().SingleOrDefault() ?? typeof(string);

    private static IEnumerable<Type> WithWhatItHolds(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(WithWhatItHolds)
        : IsOurs(type) ? type.GetProperties().SelectMany(p => WithWhatItHolds(p.PropertyType)).Prepend(type)
        : [];

    private static bool IsOurs(Type type) =>
        type.Assembly.GetName().Name!.StartsWith("Chinalco.Honors.", StringComparison.Ordinal) && !type.IsEnum;
}
