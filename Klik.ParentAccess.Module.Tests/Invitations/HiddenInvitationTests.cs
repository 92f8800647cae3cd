using Klik.ParentAccess.Indexes;
using Klik.ParentAccess.Models;
using Klik.ParentAccess.Module.Tests.Storage;
using Klik.ParentAccess.Services.Storage;
using Microsoft.Data.Sqlite;

namespace Klik.ParentAccess.Module.Tests.Invitations;

[Collection<SqliteSites>]
[Trait("Rule", "O3")]
public sealed class HiddenInvitationTests(SqliteSiteHost host) : HiddenContentTests<InvitationPart, InvitationPartIndex>(host, InvitationPart.ContentType)
{
    [Theory, Trait("Rule", "P7")]
    [InlineData(nameof(InvitationPartIndex.InvitationId))]
    [InlineData(nameof(InvitationPartIndex.AddressOfStudent))]
    public async Task The_database_itself_refuses_a_second_one(string unique)
    {
        await AddAsync(NewInvitation(Emma, "jan@example.nl"));
        var free = unique == nameof(InvitationPartIndex.InvitationId) ? nameof(InvitationPartIndex.AddressOfStudent) : nameof(InvitationPartIndex.InvitationId);

        var refused = await Assert.ThrowsAsync<SqliteException>(() => InSiteAsync(services =>
        {
            var database = services.GetRequiredService<TenantDatabase>();
            return database.ExecuteAsync(
                $"""
                INSERT INTO {database.Invitations} ({new SqlName(unique)}, {new SqlName(free)}, "StudentId", "CreatedAtTicks", "ExpiresAtTicks", "DocumentId")
                SELECT {new SqlName(unique)}, 'another', "StudentId", "CreatedAtTicks", "ExpiresAtTicks", "DocumentId" FROM {database.Invitations}
                """,
                Cancel);
        }));

        Assert.Contains($".{unique}", refused.Message, StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "I13")]
    public async Task A_deleted_invitation_leaves_no_document()
    {
        var invitation = NewInvitation(Emma, "jan@example.nl");
        await AddAsync(invitation);
        Assert.NotEmpty(await DocumentsWithAsync(invitation.Id.ToString()));

        await CommitAsync(work => work.Invitations.TryDeleteAsync(Emma, invitation.Id, Cancel));

        Assert.Empty(await DocumentsWithAsync(invitation.Id.ToString()));
    }

    [Fact, Trait("Rule", "I9")]
    public async Task Students_whose_ids_differ_in_case_alone_are_two()
    {
        await AddAsync(NewInvitation(Emma, "jan@example.nl"));

        Assert.Empty(await LookAsync(store => store.InvitationsOfStudentAsync(Core.Students.StudentId.Parse("EMMA"), Cancel)));
    }

    protected override Task KeepOneAsync() => AddAsync(NewInvitation(Emma, "jan@example.nl"));
}
