using System.Reflection;
using Chinalco.Honors.SqlServer.Tests;
using Chinalco.Honors.Testing;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestFramework(typeof(EveryTestHere))]

namespace Chinalco.Honors.SqlServer.Tests;

/// <summary>Skips every test that needs a server where there is none, before any fixture looks for one.</summary>
public sealed class EveryTestHere : XunitTestFramework
{
    protected override ITestFrameworkExecutor CreateExecutor(Assembly assembly) => new Executor(new XunitTestAssembly(assembly));

    private sealed class Executor(IXunitTestAssembly assembly) : XunitTestFrameworkExecutor(assembly)
    {
        public override ValueTask RunTestCases(
            IReadOnlyCollection<IXunitTestCase> testCases,
            IMessageSink executionMessageSink,
            ITestFrameworkExecutionOptions executionOptions,
            CancellationToken cancellationToken
        ) =>
            base.RunTestCases(
                TestServer.IsThere ? testCases : [.. testCases.Select(test => NeedsServer(test) ? Skipped(test) : test)],
                executionMessageSink,
                executionOptions,
                cancellationToken
            );

        private static bool NeedsServer(IXunitTestCase test) => test.TestClass.Class != typeof(WithoutServerTests);

        private static XunitTestCase Skipped(IXunitTestCase test) =>
            new(
                test.TestMethod,
                test.TestCaseDisplayName,
                test.UniqueID,
                test.Explicit,
                skipReason: TestServer.Missing,
                sourceFilePath: test.SourceFilePath,
                sourceLineNumber: test.SourceLineNumber
            );
    }
}
