using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Module.Tests.Storage;
using Klik.ParentAccess.Services.Students;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Module.Tests.Students;

[Collection<SqliteSites>]
[Trait("Rule", "I7")]
public sealed class StudentUserTests(SqliteSiteHost host) : SiteTests(host)
{
    private User _user = null!;

    public override async ValueTask DisposeAsync()
    {
        if (_user is not null)
        {
            await DeleteUserAsync(_user.UserId);
        }

        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_user_with_the_role_is_a_student_and_an_active_one_while_enabled()
    {
        await CreateAsync("lotte", Roles.Student);

        Assert.True((await FindStudentAsync(_user.UserId))!.IsActive);
        await ChangeUserAsync(_user.UserId, user => user.IsEnabled = false);
        Assert.False((await FindStudentAsync(_user.UserId))!.IsActive);
    }

    [Fact]
    public async Task A_user_without_the_role_is_none_and_one_who_loses_it_is_inactive()
    {
        await CreateAsync("lotte");
        Assert.Null(await FindStudentAsync(_user.UserId));

        await ChangeUserAsync(_user.UserId, user => user.RoleNames = [Roles.Student]);
        Assert.True((await FindStudentAsync(_user.UserId))!.IsActive);
        await ChangeUserAsync(_user.UserId, user => user.RoleNames = []);

        Assert.False((await FindStudentAsync(_user.UserId))!.IsActive);
    }

    [Fact]
    public async Task A_user_is_the_imported_student_of_the_same_user_name()
    {
        await ImportAsync("lotte-17", "Lotte");

        await CreateAsync("lotte", Roles.Student);

        Assert.Null(await FindStudentAsync(_user.UserId));
        Assert.Equal("Lotte de Wit", (await FindStudentAsync("lotte-17"))!.DisplayName);
        await ChangeUserAsync(_user.UserId, user => user.IsEnabled = false);
        Assert.False((await FindStudentAsync("lotte-17"))!.IsActive);
    }

    [Fact]
    public async Task Making_a_student_inactive_disables_the_user_and_the_other_way_round()
    {
        await CreateAsync("lotte", Roles.Student);

        Assert.True(await SetActiveAsync(false));
        Assert.False(await IsEnabledAsync());
        Assert.True(await SetActiveAsync(true));

        Assert.True(await IsEnabledAsync());
        Assert.True((await FindStudentAsync(_user.UserId))!.IsActive);
    }

    [Fact, Trait("Rule", "O1")]
    public async Task What_happened_while_the_feature_was_off_is_caught_up_with_and_nothing_is_lost()
    {
        await CreateAsync("lotte", Roles.Student);
        var account = await NewAccountAsync("jan", "Jan", "jan@example.nl");
        var link = await LinkAsync(account, StudentId.Parse(_user.UserId));

        await host.SwitchFeatureAsync(School, on: false);
        await host.DisableUserAsync(School, _user.UserId);
        await host.SwitchFeatureAsync(School, on: true);

        Assert.False((await FindStudentAsync(_user.UserId))!.IsActive);
        Assert.Equal(new LinkedAccount(link, account), await LookAsync(store => store.FindLinkAsync(link.Id, Cancel)));
    }

    private async Task CreateAsync(string name, params string[] roles)
    {
        var user = new User { UserName = name, Email = $"{name}@school.example", RoleNames = [.. roles] };
        Assert.True((await CreateUserAsync(user)).Succeeded);
        _user = user;
    }

    private Task<bool> ImportAsync(string id, string userName) => InSiteAsync(async services =>
    {
        var row = new StudentRow
        {
            Id = id,
            GivenName = "Lotte",
            DisplayName = "Lotte de Wit",
            UserName = userName,
            IsActiveInSource = true,
            IsImported = true,
            ChangedAt = Now,
        };
        await services.GetRequiredService<StudentTable>().SaveAsync(row, Cancel);
        return true;
    });

    private Task<bool> SetActiveAsync(bool active) =>
        InSiteAsync(services => services.GetRequiredService<IStudents>().SetActiveAsync(StudentId.Parse(_user.UserId), active, Cancel));

    private async Task<bool> IsEnabledAsync()
    {
        var enabled = false;
        await ChangeUserAsync(_user.UserId, user => enabled = user.IsEnabled);
        return enabled;
    }
}
