using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Data.Tests;

/// <summary>One database for the tests of a class that do not get into each other's way.</summary>
public sealed class DatabaseFixture : IAsyncLifetime
{
    public TemporaryDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Database = await TemporaryDatabase.CreateAsync();

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
