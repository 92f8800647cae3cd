using Klik.ParentAccess.Core.Accounts;
using Klik.Portal.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Accounts;

/// <summary>
/// What ASP.NET Core Identity needs of the accounts: the name and the external logins. A login's provider is the issuer and its
/// key the subject (rule P1). There is no password, e-mail address or telephone number to be had (rule I13).
/// </summary>
internal sealed class PortalUserStore(Lazy<ParentAccessDbContext> context, Statements statements, StoreTransactions transactions) : IUserLoginStore<PortalUser>
{
    private DbSet<PortalUser> Users => context.Value.Set<PortalUser>();

    private DbSet<AccountLoginRow> Logins => context.Value.Set<AccountLoginRow>();

    public Task<string> GetUserIdAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task SetUserNameAsync(PortalUser user, string? userName, CancellationToken cancellationToken)
    {
        user.UserName = userName ?? throw new ArgumentNullException(nameof(userName));
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedUserNameAsync(PortalUser user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.UserNameNormalized);

    public Task SetNormalizedUserNameAsync(PortalUser user, string? normalizedName, CancellationToken cancellationToken)
    {
        user.UserNameNormalized = normalizedName ?? throw new ArgumentNullException(nameof(normalizedName));
        return Task.CompletedTask;
    }

    public Task<IdentityResult> CreateAsync(PortalUser user, CancellationToken cancellationToken) =>
        WriteAsync(
            async () =>
            {
                // Whoever gives out user names has locked them.
                await statements.InsertAsync(user, cancellationToken);
                return null;
            },
            cancellationToken);

    public Task<IdentityResult> UpdateAsync(PortalUser user, CancellationToken cancellationToken) =>
        WriteAsync(
            async () =>
            {
                var changed = await Users.Where(row => row.Id == user.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.UserName, user.UserName).SetProperty(row => row.UserNameNormalized, user.UserNameNormalized),
                    cancellationToken);
                return changed == 1 ? null : nameof(IdentityErrorDescriber.ConcurrencyFailure);
            },
            cancellationToken);

    public Task<IdentityResult> DeleteAsync(PortalUser user, CancellationToken cancellationToken) =>
        WriteAsync(
            async () => await Users.Where(row => row.Id == user.Id).ExecuteDeleteAsync(cancellationToken) == 1
                ? null
                : nameof(IdentityErrorDescriber.ConcurrencyFailure),
            cancellationToken);

    public Task<PortalUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Users.FirstOrDefaultAsync(user => user.Id == userId, cancellationToken);

    public Task<PortalUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        Users.FirstOrDefaultAsync(user => user.UserNameNormalized == normalizedUserName, cancellationToken);

    public Task<PortalUser?> FindByLoginAsync(string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        statements.FirstAsync(PortalUserRows.OfLogin(loginProvider, providerKey), PortalUserRows.Read, cancellationToken);

    public Task AddLoginAsync(PortalUser user, UserLoginInfo login, CancellationToken cancellationToken) =>
        transactions.JoinAsync(
            async () =>
            {
                await statements.InsertAsync(ToRow(user, login), cancellationToken);
                return true;
            },
            cancellationToken);

    public Task RemoveLoginAsync(PortalUser user, string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        transactions.JoinAsync(
            () => Logins
                .Where(login => login.AccountId == user.Id && login.Issuer == loginProvider && login.Subject == providerKey)
                .ExecuteDeleteAsync(cancellationToken),
            cancellationToken);

    public async Task<IList<UserLoginInfo>> GetLoginsAsync(PortalUser user, CancellationToken cancellationToken)
    {
        var rows = await Logins.Where(login => login.AccountId == user.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new UserLoginInfo(row.Issuer, row.Subject, row.Provider.ToString()))];
    }

    public void Dispose()
    {
        // The context belongs to the scope.
    }

    private static AccountLoginRow ToRow(PortalUser user, UserLoginInfo login) => new()
    {
        SchoolId = user.SchoolId,
        Issuer = login.LoginProvider,
        Subject = login.ProviderKey,
        AccountId = user.Id,
        Provider = Enum.Parse<ExternalProvider>(login.ProviderDisplayName ?? ""),
    };

    private async Task<IdentityResult> WriteAsync(Func<Task<string?>> write, CancellationToken cancellationToken)
    {
        var error = await transactions.JoinAsync(write, cancellationToken);
        return error is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = error });
    }
}
