using System.Runtime.ExceptionServices;

namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>Runs parsers that call themselves for nested objects on a stack that is made for the deepest nesting they allow.</summary>
internal static class DeepStack
{
    private const int StackBytes = 64 * 1024 * 1024;

    public static T Run<T>(Func<T> read)
    {
        T? result = default;
        ExceptionDispatchInfo? fault = null;
        var thread = new Thread(
            () =>
            {
#pragma warning disable CA1031 // Whatever it is, the caller gets it.
                try
                {
                    result = read();
                }
                catch (Exception thrown)
                {
                    fault = ExceptionDispatchInfo.Capture(thrown);
                }
#pragma warning restore CA1031
            },
            StackBytes
        );
        thread.Start();
        thread.Join();
        fault?.Throw();
        return result!;
    }
}
