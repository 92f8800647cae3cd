using System.Collections;
using System.Data.Common;
using System.Globalization;
using Klik.ParentAccess.Indexes;
using Microsoft.Data.Sqlite;
using OrchardCore.Users.Indexes;
using ISession = YesSql.ISession;

namespace Klik.ParentAccess.Services.Storage;

/// <summary>SQL on the tenant's database, through the connection and transaction of the scope's YesSql session.</summary>
internal sealed class TenantDatabase(ISession session)
{
    // How long a statement waits where another process holds a SQLite file; it blocks a thread for so long. Whoever is to begin is
    // told to come back. Whoever has begun and is done waits longer for those who still read: nobody else can be writing.
    private const int SecondsToBegin = 5;
    private const int SecondsToEnd = 30;

    private YesSql.IConfiguration Configuration => session.Store.Configuration;

    /// <summary>Whether it is PostgreSQL; else it is SQLite.</summary>
    public bool IsPostgres => Configuration.SqlDialect.Name == "PostgreSql";

    public SqlName Accounts => Name(TableName.Accounts);

    public SqlName Links => Name(TableName.Links);

    public SqlName Outbox => Name(TableName.Outbox);

    public SqlName Views => Name(TableName.Views);

    public SqlName MailCounts => Name(TableName.MailCounts);

    public SqlName OwnAccounts => Name(TableName.OwnAccounts);

    public SqlName Passkeys => Name(TableName.Passkeys);

    public SqlName Students => Name(TableName.Students);

    public SqlName ImportJobs => Name(TableName.ImportJobs);

    public SqlName RecordsVersions => Name(TableName.RecordsVersions);

    public SqlName AttemptCounts => Name(TableName.AttemptCounts);

    public SqlName Letters => Name(Configuration.TableNameConvention.GetIndexTable(typeof(LetterPartIndex), ""));

    public SqlName Invitations => Name(Configuration.TableNameConvention.GetIndexTable(typeof(InvitationPartIndex), ""));

    public SqlName Users => Name(Configuration.TableNameConvention.GetIndexTable(typeof(UserIndex), ""));

    public SqlName UserRoles => Name(Configuration.TableNameConvention.GetIndexTable(typeof(UserByRoleNameIndex), ""));

    /// <summary>Which users have which of the <see cref="UserRoles"/>.</summary>
    public SqlName UserRoleDocuments =>
        Name($"{Configuration.TableNameConvention.GetIndexTable(typeof(UserByRoleNameIndex), "")}_{Configuration.TableNameConvention.GetDocumentTable("")}");

    public SqlName Documents => Name(Configuration.TableNameConvention.GetDocumentTable(""));

    /// <summary>The operator that compares with a pattern in any case.</summary>
    public SqlName LikeInAnyCase => new(IsPostgres ? "ILIKE" : "LIKE");

    /// <summary>The scope's connection, open, which does not wait longer than it should.</summary>
    public async Task<DbConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = await session.CreateConnectionAsync(cancellationToken);
        if (connection is SqliteConnection file)
        {
            file.DefaultTimeout = session.CurrentTransaction is null ? SecondsToBegin : SecondsToEnd;
        }

        return connection;
    }

    /// <summary>Changes something, in the scope's transaction; begins it if there is none.</summary>
    /// <param name="sql">The statement. A <see cref="SqlName"/> stands as it is, a collection becomes a list in brackets, and
    /// everything else is a parameter.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    /// <returns>How many rows.</returns>
    public async Task<int> ExecuteAsync(FormattableString sql, CancellationToken cancellationToken)
    {
        await ConnectAsync(cancellationToken);
        await session.BeginTransactionAsync(cancellationToken);
        await using var command = await CommandAsync(sql, cancellationToken);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Looks something up, in the scope's transaction if there is one.</summary>
    /// <param name="sql">As in <see cref="ExecuteAsync"/>.</param>
    /// <param name="read">Makes something of a row.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<List<T>> QueryAsync<T>(FormattableString sql, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = await CommandAsync(sql, cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>How many rows there are.</summary>
    /// <param name="sql">A statement that selects one number; otherwise as in <see cref="ExecuteAsync"/>.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<int> CountAsync(FormattableString sql, CancellationToken cancellationToken) =>
        Convert.ToInt32((await QueryAsync(sql, reader => reader.GetValue(0), cancellationToken))[0], CultureInfo.InvariantCulture);

    private async Task<DbCommand> CommandAsync(FormattableString sql, CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(cancellationToken);
        var command = connection.CreateCommand();
        command.Transaction = session.CurrentTransaction;
        command.CommandText = string.Format(CultureInfo.InvariantCulture, sql.Format, [.. sql.GetArguments().Select(argument => TextOf(command, argument))]);
        return command;
    }

    private static string TextOf(DbCommand command, object? argument) => argument switch
    {
        SqlName name => name.Text,
        string text => Parameter(command, text),
        IEnumerable values => $"({string.Join(", ", values.Cast<object?>().Select(value => Parameter(command, value)).DefaultIfEmpty("NULL"))})",
        _ => Parameter(command, argument),
    };

    private static string Parameter(DbCommand command, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"@p{command.Parameters.Count}";
        parameter.Value = value switch
        {
            null => DBNull.Value,
            DateTimeOffset moment => moment.UtcTicks,
            Guid id => id.ToString(),
            Enum number => Convert.ToInt32(number, CultureInfo.InvariantCulture),
            _ => value,
        };
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }

    private SqlName Name(string table) =>
        new(Configuration.SqlDialect.QuoteForTableName(Configuration.TablePrefix + table, Configuration.Schema));
}
