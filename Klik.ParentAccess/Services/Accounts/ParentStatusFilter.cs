using Klik.ParentAccess.Services.Storage;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using OrchardCore.Users.ViewModels;
using YesSql.Filters.Query;

namespace Klik.ParentAccess.Services.Accounts;

/// <summary>
/// The filter by status in Orchard's list of users, with parents by the status that the list shows of them (rules I9, O5); it takes
/// the place of Orchard's, which would call every parent enabled.
/// </summary>
internal sealed class ParentStatusFilter : IUsersAdminListFilterProvider
{
    public void Build(QueryEngineBuilder<User> builder) => builder.WithNamedTerm("status", term => term
        .OneCondition((value, query, context) =>
        {
            if (Enum.TryParse<UsersFilter>(value, ignoreCase: true, out var filter) && filter is UsersFilter.Enabled or UsersFilter.Disabled)
            {
                var database = ((UserQueryContext)context).ServiceProvider.GetRequiredService<TenantDatabase>();
                query.With<UserIndex>().Where(dialect => Condition(database, dialect.GetSqlValue(true), filter is UsersFilter.Enabled));
            }

            return ValueTask.FromResult(query);
        })
        .MapTo<UserIndexOptions>((value, options) =>
        {
            if (Enum.TryParse<UsersFilter>(value, ignoreCase: true, out var filter))
            {
                options.Filter = filter;
            }
        })
        .MapFrom<UserIndexOptions>(options => options.Filter is UsersFilter.Enabled or UsersFilter.Disabled ? (true, options.Filter.ToString()) : (false, "")));

    // By the document, because other terms may have joined the users' index as well.
    private static string Condition(TenantDatabase database, string yes, bool active) =>
        $"""
        {database.Documents.Text}."Id" {(active ? "IN" : "NOT IN")} (SELECT u."DocumentId" FROM {database.Users.Text} u
            WHERE u."IsEnabled" = {yes} AND u."UserId" NOT IN ({ParentStatus.Inactive(database)}))
        """;
}
