using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Klik.Portal.Storage.Connections;

/// <summary>Has statements that were put off run before Entity Framework's next one, which may read what they write.</summary>
internal sealed class PutOffFirst(ScopeTransaction transaction) : DbCommandInterceptor
{
    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await transaction.RunPutOffAsync(cancellationToken);
        return result;
    }

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await transaction.RunPutOffAsync(cancellationToken);
        return result;
    }

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await transaction.RunPutOffAsync(cancellationToken);
        return result;
    }
}
