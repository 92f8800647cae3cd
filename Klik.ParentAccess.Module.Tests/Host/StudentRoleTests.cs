using Klik.ParentAccess.Core.Students;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Security;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>A site whose students have a role of another name.</summary>
[Collection<BusySchools>]
public sealed class StudentRoleTests(BusyHost host)
{
    private const string Pupil = "Leerling";
    private const string Settings = "/Admin/Settings/parent-access";

    [Fact]
    [Trait("Rule", "I7")]
    public async Task Who_has_the_chosen_role_is_a_student_and_who_had_the_former_one_no_longer()
    {
        var former = await IdOfAsync(await host.AddStudentAsync("South"));
        var pupil = await IdOfAsync(await host.AddStudentAsync("South"), Pupil);
        using var administrator = new SiteVisitor(host, "/south");
        var settings = await administrator.SignInAsync(RunningHost.Administrator, Settings);

        Assert.True(await IsActiveAsync(former));
        Assert.False(await IsActiveAsync(pupil));
        await administrator.SubmitAsync(settings, Settings, ("ISite.ParentAccessSettings.StudentRole", "Administrator"));
        Assert.True(await IsActiveAsync(former));
        await administrator.SubmitAsync(settings, Settings, ("ISite.ParentAccessSettings.StudentRole", Pupil));

        Assert.False(await IsActiveAsync(former));
        Assert.True(await IsActiveAsync(pupil));
    }

    private async Task<string> IdOfAsync(string userName, string? role = null)
    {
        var id = "";
        await host.InTenantAsync("South", async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            var user = Assert.IsType<User>(await users.FindByNameAsync(userName));
            id = user.UserId;
            if (role is not null)
            {
                await services.GetRequiredService<RoleManager<IRole>>().CreateAsync(new Role { RoleName = role });
                user.RoleNames = [role];
                await users.UpdateAsync(user);
            }
        });
        return id;
    }

    private async Task<bool> IsActiveAsync(string id)
    {
        var active = false;
        await host.InTenantAsync("South", async services =>
            active = await services.GetRequiredService<IStudents>().FindAsync(StudentId.Parse(id), CancellationToken.None) is { IsActive: true });
        return active;
    }
}
