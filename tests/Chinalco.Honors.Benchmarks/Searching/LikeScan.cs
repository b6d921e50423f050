using Chinalco.Honors.Data.Search;
using Microsoft.Data.Sqlite;

namespace Chinalco.Honors.Benchmarks.Searching;

/// <summary>
/// The same question without an index: LIKE '%x%' over every column that the search looks at. Nobody is hidden in the generated registry, so
/// it need not ask who may see what; the search does.
/// </summary>
internal sealed class LikeScan(string file) : IAsyncDisposable
{
    private static readonly (SearchKind Kind, string Sql)[] Questions =
    [
        (SearchKind.Person, "SELECT Id FROM Honorees WHERE Name LIKE $like"),
        (SearchKind.Unit, "SELECT DISTINCT UnitId FROM UnitNames WHERE Name LIKE $like"),
        (SearchKind.Award, "SELECT Id FROM Awards WHERE Name LIKE $like OR Id IN (SELECT AwardId FROM AwardAliases WHERE Name LIKE $like)"),
        (SearchKind.Document, "SELECT Id FROM Documents WHERE Title LIKE $like OR Number LIKE $like"),
        (
            SearchKind.Conferral,
            """
            WITH RECURSIVE Tree(Id) AS (
                SELECT UnitId FROM UnitNames WHERE Name LIKE $like
                UNION SELECT u.Id FROM Units u JOIN Tree t ON u.ParentId = t.Id
            )
            SELECT DISTINCT c.Id
            FROM Conferrals c
            JOIN Awards a ON a.Id = c.AwardId
            LEFT JOIN Documents d ON d.Id = c.DocumentId
            JOIN Recipients r ON r.ConferralId = c.Id
            LEFT JOIN Honorees h ON h.Id = r.HonoreeId
            WHERE c.AwardAsPrinted LIKE $like OR a.Name LIKE $like OR d.Title LIKE $like OR d.Number LIKE $like OR h.Name LIKE $like
               OR (r.HonoreeId IS NULL AND r.NameAsPrinted LIKE $like) OR r.UnitId IN (SELECT Id FROM Tree)
               OR c.AwardId IN (SELECT AwardId FROM AwardAliases WHERE Name LIKE $like)
            """
        ),
        (SearchKind.Article, "SELECT Id FROM Articles WHERE Title LIKE $like OR Text LIKE $like"),
    ];

    private readonly SqliteConnection connection = Open(file);

    public async Task<Dictionary<SearchKind, HashSet<Guid>>> RunAsync(string text, CancellationToken cancellationToken)
    {
        Dictionary<SearchKind, HashSet<Guid>> found = [];
        foreach (var (kind, sql) in Questions)
        {
            var command = connection.CreateCommand();
            await using (command)
            {
                command.CommandText = sql;
                command.Parameters.AddWithValue("$like", $"%{text}%");
                var reader = await command.ExecuteReaderAsync(cancellationToken);
                await using (reader)
                {
                    HashSet<Guid> ids = [];
                    while (await reader.ReadAsync(cancellationToken))
                    {
                        ids.Add(reader.GetGuid(0));
                    }

                    found[kind] = ids;
                }
            }
        }

        return found;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static SqliteConnection Open(string file)
    {
        var opened = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        opened.Open();
        return opened;
    }
}
