using System.Collections.Concurrent;
using System.Linq.Expressions;
using Chinalco.Honors.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace Chinalco.Honors.Testing;

/// <summary>Translates every query that runs on SQLite for SQL Server as well, and fails the one that has no translation there.</summary>
public sealed class AlsoOnSqlServer : IQueryExpressionInterceptor
{
    private static readonly DbContextOptions<SqlServerHonorsContext> Options = new DbContextOptionsBuilder<SqlServerHonorsContext>()
        .UseSqlServer("Server=none;Database=none")
        .Options;

    private readonly ConcurrentBag<string> untranslated = [];

    /// <summary>What could not be translated: the query and why.</summary>
    public IReadOnlyCollection<string> Untranslated => untranslated;

    private int translated;

    /// <summary>How many queries were translated.</summary>
    public int Translated => Volatile.Read(ref translated);

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        using var server = new SqlServerHonorsContext(Options);
        var elsewhere = new OntoModel(server.Model).Visit(queryExpression);
        var context = server.GetService<IQueryCompilationContextFactory>().Create(async: false);
        var compile = typeof(QueryCompilationContext).GetMethod(nameof(QueryCompilationContext.CreateQueryExecutorExpression))!;
        try
        {
            compile.MakeGenericMethod(ResultOf(elsewhere.Type)).Invoke(context, [elsewhere]);
            Interlocked.Increment(ref translated);
        }
        catch (System.Reflection.TargetInvocationException wrapped) when (wrapped.InnerException is { } fault)
        {
            untranslated.Add($"{queryExpression}\n{fault.Message}");
        }

        return queryExpression;
    }

    /// <summary>What a compiled synchronous query returns.</summary>
    private static Type ResultOf(Type type) =>
        type.IsGenericType && type.IsAssignableTo(typeof(IQueryable))
            ? typeof(IEnumerable<>).MakeGenericType(type.GetGenericArguments()[0])
            : type;

    private sealed class OntoModel(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) =>
            node is EntityQueryRootExpression root
                ? root.UpdateEntityType(model.FindEntityType(root.EntityType.Name)!)
                : base.VisitExtension(node);
    }
}
