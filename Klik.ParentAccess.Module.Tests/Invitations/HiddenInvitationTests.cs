using Klik.ParentAccess.Indexes;
using Klik.ParentAccess.Models;
using Klik.ParentAccess.Module.Tests.Storage;
using Klik.ParentAccess.Services.Storage;
using Microsoft.Data.Sqlite;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Records;
using YesSql;
using ISession = YesSql.ISession;

namespace Klik.ParentAccess.Module.Tests.Invitations;

[Collection<SqliteSites>]
[Trait("Rule", "O3")]
public sealed class HiddenInvitationTests(SqliteSiteHost host) : SiteTests(host)
{
    [Fact]
    public async Task An_invitation_is_a_content_item_that_is_neither_published_nor_the_latest_version()
    {
        await AddAsync(NewInvitation(Emma, "jan@example.nl"));

        var item = await ItemAsync();

        Assert.Equal((InvitationPart.ContentType, false, false), (item.ContentType, item.Published, item.Latest));
        Assert.True(item.Has<InvitationPart>());
        Assert.Equal(0, await InSiteAsync(services => services.GetRequiredService<ISession>()
            .QueryIndex<ContentItemIndex>(index => index.ContentType == InvitationPart.ContentType && (index.Published || index.Latest)).CountAsync(Cancel)));
    }

    [Fact]
    public async Task The_content_manager_finds_no_version_of_it()
    {
        await AddAsync(NewInvitation(Emma, "jan@example.nl"));
        var item = await ItemAsync();

        foreach (var version in new[] { VersionOptions.Published, VersionOptions.Latest, VersionOptions.Draft })
        {
            Assert.Null(await InSiteAsync(services => services.GetRequiredService<IContentManager>().GetAsync(item.ContentItemId, version)));
        }
    }

    [Fact]
    public async Task There_is_no_content_type_or_part_to_see_it_by()
    {
        var definitions = await InSiteAsync(async services =>
        {
            var manager = services.GetRequiredService<IContentDefinitionManager>();
            return (await manager.ListTypeDefinitionsAsync()).Select(type => type.Name).Concat((await manager.ListPartDefinitionsAsync()).Select(part => part.Name)).ToList();
        });

        Assert.DoesNotContain(InvitationPart.ContentType, definitions);
        Assert.DoesNotContain(nameof(InvitationPart), definitions);
    }

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

    private Task<ContentItem> ItemAsync() => InSiteAsync(async services =>
        Assert.Single(await services.GetRequiredService<ISession>().Query<ContentItem, InvitationPartIndex>().ListAsync(Cancel)));
}
