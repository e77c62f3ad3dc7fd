using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Spotter.Tests.Support;

/// <summary>Calls before each statement that EF sends.</summary>
internal sealed class StatementWatch(Action before) : IDbCommandInterceptor
{
    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        before();
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        before();
        return ValueTask.FromResult(result);
    }
}
