using System.Reflection;
using Microsoft.Data.SqlClient;

namespace Chinalco.Honors.Data.Tests.SqlServer;

/// <summary>Makes the exceptions that a server would cause; the provider lets nobody else make them.</summary>
internal static class SqlServerFault
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic;

    /// <param name="number">As in sys.messages.</param>
    public static SqlException Of(int number)
    {
        var errors = (SqlErrorCollection)typeof(SqlErrorCollection).GetConstructor(Hidden, [])!.Invoke([]);
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [ErrorOf(number)]);
        return (SqlException)
            typeof(SqlException)
                .GetMethod("CreateException", Hidden, [typeof(SqlErrorCollection), typeof(string)])!
                .Invoke(null, [errors, "16.0"])!;
    }

    private static SqlError ErrorOf(int number)
    {
        var constructor = typeof(SqlError).GetConstructors(Hidden).First(c => c.GetParameters()[0].Name == "infoNumber");
        var arguments = constructor.GetParameters().Select(p => p.Name == "infoNumber" ? number : Blank(p)).ToArray();
        return (SqlError)constructor.Invoke(arguments);
    }

    private static object? Blank(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue
        : parameter.ParameterType == typeof(string) ? ""
        : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
        : null;
}
