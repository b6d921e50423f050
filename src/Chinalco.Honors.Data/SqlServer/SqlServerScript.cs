using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chinalco.Honors.Data.SqlServer;

/// <summary>The migrations as one script, for administrators who run SQL themselves. <c>deploy/sql</c> holds it.</summary>
public static class SqlServerScript
{
    // Filtered indexes need quoted identifiers, which sqlcmd turns off unless told otherwise; and without XACT_ABORT a migration that failed
    // half-way would still be entered as applied.
    private const string Preamble = """
        -- Chinalco Honors: brings a SQL Server database up to date, whatever of it is there already. Made by: honors migrate --script
        SET QUOTED_IDENTIFIER ON;
        SET XACT_ABORT ON;
        GO


        """;

    /// <summary>The script, with line feeds and without a byte-order mark. It needs no server to be made and may be run any number of times.</summary>
    public static string Generate()
    {
        using var context = new SqlServerHonorsContext.DesignTimeFactory().CreateDbContext([]);
        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        return Preamble.ReplaceLineEndings("\n") + script.ReplaceLineEndings("\n");
    }
}
