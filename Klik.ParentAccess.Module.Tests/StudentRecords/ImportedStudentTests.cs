using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.StudentRecords.Import;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Module.Tests.Storage;
using Klik.ParentAccess.Tests.StudentRecords.Import;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Module.Tests.StudentRecords;

/// <summary>What an import makes of the site's users.</summary>
public abstract class ImportedStudentTests(SiteStoreHost host) : SiteTests(host)
{
    private static readonly StudentId Sanne = StudentId.Parse("s1");

    private readonly List<string> _users = [];

    private ImportFolder Folder { get; } = ImportFolder.SmallSchool();

    public override async ValueTask DisposeAsync()
    {
        foreach (var user in _users)
        {
            await DeleteUserAsync(user);
        }

        Folder.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    [Trait("Rule", "I7")]
    public async Task A_user_who_was_there_first_is_the_imported_student_from_then_on()
    {
        var user = await CreateAsync("sanne.devries");

        await ImportAsync();

        Assert.Null(await FindStudentAsync(user));
        Assert.Equal("Sanne de Vries", (await FindStudentAsync("s1"))!.DisplayName);
        await ChangeUserAsync(user, sanne => sanne.IsEnabled = false);
        Assert.False((await FindStudentAsync("s1"))!.IsActive);
    }

    [Fact]
    [Trait("Rule", "I4")]
    [Trait("Rule", "I6")]
    public async Task The_parents_and_invitations_of_that_user_stay()
    {
        var before = StudentId.Parse(await CreateAsync("sanne.devries"));
        var account = await NewAccountAsync("jan");
        var link = await LinkAsync(account, before);
        var invitation = NewInvitation(before, "els@example.nl");
        await AddAsync(invitation);
        await CommitAsync(work => work.Invitations.TryCountMailAsync(before, DateOnly.FromDateTime(Now.Date), 1, Cancel));
        await CommitAsync(work => work.Views.AddAsync([NewView(account.Id, before, StudentPart.Grades, Now)], Now, Cancel));

        await ImportAsync();

        var shown = Assert.Single(await LookAsync(store => store.StudentsOfParentAsync(account.Id, Now.AddHours(1), Cancel)));
        Assert.Equal((link.Id, Sanne, "Sanne", Now), (shown.LinkId, shown.StudentId, shown.GivenName, shown.LastVisit!.Value));
        Assert.Equal(invitation with { StudentId = Sanne }, Assert.Single(await LookAsync(store => store.InvitationsOfStudentAsync(Sanne, Cancel))));
        Assert.Empty(await LookAsync(store => store.InvitationsOfStudentAsync(before, Cancel)));
        Assert.False(await CommitAsync(work => work.Invitations.TryCountMailAsync(Sanne, DateOnly.FromDateTime(Now.Date), 1, Cancel)));
    }

    [Fact]
    public async Task An_invitation_that_both_have_stays_once()
    {
        var before = StudentId.Parse(await CreateAsync("sanne.devries"));
        var invitation = NewInvitation(Sanne, "els@example.nl");
        await AddAsync(invitation);
        await AddAsync(NewInvitation(before, "els@example.nl"));

        await ImportAsync();

        Assert.Equal(invitation.Id, Assert.Single(await LookAsync(store => store.InvitationsOfStudentAsync(Sanne, Cancel))).Id);
        Assert.Empty(await LookAsync(store => store.InvitationsOfStudentAsync(before, Cancel)));
    }

    [Fact]
    [Trait("Rule", "I7")]
    public async Task A_disabled_user_makes_the_imported_student_inactive()
    {
        var user = await CreateAsync("sanne.devries");
        await ChangeUserAsync(user, sanne => sanne.IsEnabled = false);

        await ImportAsync();

        Assert.False((await FindStudentAsync("s1"))!.IsActive);
    }

    [Fact]
    public async Task A_user_stays_the_student_under_whatever_name()
    {
        await ImportAsync();
        var user = await CreateAsync("sanne.devries");

        await ChangeUserAsync(user, sanne => sanne.UserName = "daan.devries");
        await ChangeUserAsync(user, sanne => sanne.IsEnabled = false);
        await ImportAsync();

        Assert.False((await FindStudentAsync("s1"))!.IsActive);
        Assert.True((await FindStudentAsync("s2"))!.IsActive);
    }

    [Fact]
    public async Task A_user_who_is_no_student_gets_none()
    {
        var user = await CreateAsync("sanne.devries", role: null);

        await ImportAsync();
        await ChangeUserAsync(user, sanne => sanne.IsEnabled = false);

        Assert.True((await FindStudentAsync("s1"))!.IsActive);
    }

    [Fact]
    [Trait("Rule", "I7")]
    public async Task Students_whom_no_import_brought_are_left_alone()
    {
        var user = await CreateAsync("pim");

        await ImportAsync();
        await ImportAsync();

        Assert.True((await FindStudentAsync(user))!.IsActive);
        Assert.False((await FindStudentAsync(Emma.Value))!.IsActive);
    }

    private async Task<string> CreateAsync(string name, string? role = Roles.Student)
    {
        var user = new User { UserName = name, Email = $"{name}@school.example", RoleNames = role is null ? [] : [role] };
        Assert.True((await CreateUserAsync(user)).Succeeded);
        _users.Add(user.UserId);
        return user.UserId;
    }

    private async Task ImportAsync()
    {
        await using var scope = Host.BeginScope(School);
        using var source = Folder.Source();
        Assert.IsType<ImportResult.Imported>(await scope.ServiceProvider.GetRequiredService<ImportStudentRecords>().ExecuteAsync(source, null, Cancel));
    }
}
