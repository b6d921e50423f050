using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Runtime;

namespace Chinalco.Honors.Cluster.Testing;

/// <summary>
/// A silo's way to the membership table that can be cut: a killed process writes no farewell, so its silo must not either. The others
/// then find out as they would in earnest, by probes that nobody answers.
/// </summary>
internal sealed class SeverableMembership(IMembershipTable inner) : IMembershipTable
{
    private volatile bool severed;

    /// <summary>From now on the silo believes that it writes, and nothing is written.</summary>
    public void Sever() => severed = true;

    public Task InitializeMembershipTable(bool tryInitTableVersion) =>
        inner.InitializeMembershipTableAsync(tryInitTableVersion, CancellationToken.None);

    public Task DeleteMembershipTableEntries(string clusterId) =>
        inner.DeleteMembershipTableEntriesAsync(clusterId, CancellationToken.None);

    public Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate) =>
        inner.CleanupDefunctSiloEntriesAsync(beforeDate, CancellationToken.None);

    public Task<MembershipTableData> ReadRow(SiloAddress key) => inner.ReadRowAsync(key, CancellationToken.None);

    public Task<MembershipTableData> ReadAll() => inner.ReadAllAsync(CancellationToken.None);

    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) =>
        severed ? Task.FromResult(true) : inner.InsertRowAsync(entry, tableVersion, CancellationToken.None);

    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) =>
        severed ? Task.FromResult(true) : inner.UpdateRowAsync(entry, etag, tableVersion, CancellationToken.None);

    public Task UpdateIAmAlive(MembershipEntry entry) =>
        severed ? Task.CompletedTask : inner.UpdateIAmAliveAsync(entry, CancellationToken.None);

    /// <summary>Puts itself in front of the table that the host ends up with.</summary>
    public static void StandInFront(IHostApplicationBuilder host) =>
        host.ConfigureContainer(
            new DefaultServiceProviderFactory(),
            services =>
            {
                var table = services.Last(s => s.ServiceType == typeof(IMembershipTable));
                services.AddSingleton(provider => new SeverableMembership(
                    (IMembershipTable)(table.ImplementationInstance ?? table.ImplementationFactory!(provider))
                ));
                services.AddSingleton<IMembershipTable>(provider => provider.GetRequiredService<SeverableMembership>());
            }
        );
}
