using Klik.ParentAccess.Models;
using Klik.ParentAccess.Module.Tests.Storage;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Module.Tests.Accounts;

[Collection<SqliteSites>]
[Trait("Rule", "I9")]
[Trait("Rule", "O5")]
public sealed class ParentUserTests(SqliteSiteHost host) : SiteTests(host)
{
    [Fact, Trait("Rule", "I13")]
    public async Task Orchards_user_has_name_and_role_and_nothing_else_of_the_parent()
    {
        var account = await NewAccountAsync("canary-subject", "Zoë d’Arçon", "canary@example.nl");

        var user = await UserAsync(account.Id);

        Assert.Equal("Zoë d’Arçon", user.UserName);
        Assert.Equal([Roles.Parent], user.RoleNames);
        Assert.Equal((null, null, null, null), (user.Email, user.NormalizedEmail, user.PhoneNumber, user.PasswordHash));
        Assert.Empty(user.LoginInfos);
        Assert.Empty(user.UserClaims);
        Assert.Empty(user.UserTokens);
        Assert.Equal([nameof(ParentUser)], user.Properties.Select(property => property.Key));
        Assert.Empty(await DocumentsWithAsync("canary"));
        Assert.Empty(await DocumentsWithAsync("issuer.example"));
    }

    [Fact]
    public async Task An_address_in_Orchards_field_of_a_parent_is_refused()
    {
        var account = await NewAccountAsync("jan");

        var result = await ChangeUserAsync(account.Id, user => user.Email = "jan@example.nl");

        Assert.False(result.Succeeded);
        Assert.Null((await UserAsync(account.Id)).Email);
    }

    [Theory]
    [InlineData("jan jansen", "jan@example.nl", nameof(IdentityErrorDescriber.InvalidUserName))]
    [InlineData("zoë", "jan@example.nl", nameof(IdentityErrorDescriber.InvalidUserName))]
    [InlineData("jan", null, nameof(IdentityErrorDescriber.InvalidEmail))]
    public async Task Orchards_rules_hold_for_everybody_else_with_or_without_the_role(string name, string? address, string error)
    {
        foreach (var roles in new string[][] { [], [Roles.Parent] })
        {
            var result = await CreateUserAsync(new User { UserName = name, Email = address, RoleNames = [.. roles] });

            Assert.Contains(result.Errors, problem => problem.Code == error);
        }
    }

    [Fact, Trait("Rule", "I10")]
    public async Task A_user_name_of_any_user_of_the_site_is_taken()
    {
        // The site's own administrator.
        var account = await NewAccountAsync("jan", "Admin");

        Assert.Equal("Admin (2)", account.UserName);
    }

    [Fact]
    public async Task A_parent_whom_the_administrator_renames_is_found_under_the_new_name()
    {
        var account = await NewAccountAsync("jan", "Jan");

        await ChangeUserAsync(account.Id, user => user.UserName = "Opa Jan");

        Assert.Equal("Opa Jan", (await LookAsync(store => store.FindAccountAsync(account.Id, Cancel)))?.UserName);
        Assert.Equal("Opa Jan", Assert.Single((await AccountsAsync(accounts => accounts.ListAsync(new Core.Storage.PageRequest(), Cancel))).Items).UserName);
    }

    [Fact, Trait("Rule", "I13")]
    public async Task A_parent_whom_the_administrator_deletes_leaves_nothing()
    {
        var account = await NewAccountAsync("jan", address: "jan@example.nl");
        await LinkAsync(account, Emma);

        await DeleteUserAsync(account.Id);

        Assert.Null(await LookAsync(store => store.FindAccountAsync(account.Id, Cancel)));
        Assert.Empty(await LookAsync(store => store.ParentsOfStudentAsync(Emma, Cancel)));
        Assert.NotEqual(account.Id, (await NewAccountAsync("jan")).Id);
    }

    [Fact, Trait("Rule", "I13")]
    public async Task A_deleted_account_leaves_no_user()
    {
        var account = await NewAccountAsync("jan");

        await CommitAsync(work => work.Accounts.DeleteAsync(account.Id, Cancel));

        Assert.Empty(await DocumentsWithAsync(account.Id));
    }

    [Fact, Trait("Rule", "I9")]
    public async Task No_other_user_is_ever_deleted_as_a_parent()
    {
        var other = new User { UserName = "teacher", Email = "teacher@school.example" };
        Assert.True((await CreateUserAsync(other)).Succeeded);

        await CommitAsync(work => work.Accounts.DeleteAsync(other.UserId, Cancel));

        Assert.Equal("teacher", (await UserAsync(other.UserId)).UserName);
        await DeleteUserAsync(other.UserId);
    }

    private Task<User> UserAsync(string id) => InSiteAsync(async services =>
        Assert.IsType<User>(await services.GetRequiredService<UserManager<IUser>>().FindByIdAsync(id)));
}
