using Klik.ParentAccess.Core.Letters;
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

namespace Klik.ParentAccess.Module.Tests.Letters;

[Collection<SqliteSites>]
[Trait("Rule", "O3")]
public sealed class HiddenLetterTests(SqliteSiteHost host) : SiteTests(host)
{
    [Fact]
    public async Task A_letter_is_a_content_item_that_is_neither_published_nor_the_latest_version()
    {
        await AddAsync();

        var item = await ItemAsync();

        Assert.Equal((LetterPart.ContentType, false, false), (item.ContentType, item.Published, item.Latest));
        Assert.True(item.Has<LetterPart>());
        Assert.Equal(0, await InSiteAsync(services => services.GetRequiredService<ISession>()
            .QueryIndex<ContentItemIndex>(index => index.ContentType == LetterPart.ContentType && (index.Published || index.Latest)).CountAsync(Cancel)));
    }

    [Fact]
    public async Task The_content_manager_finds_no_version_of_it()
    {
        await AddAsync();
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

        Assert.DoesNotContain(LetterPart.ContentType, definitions);
        Assert.DoesNotContain(nameof(LetterPart), definitions);
    }

    [Theory, Trait("Rule", "P7")]
    [InlineData(nameof(LetterPartIndex.LetterId))]
    [InlineData(nameof(LetterPartIndex.StudentId))]
    [InlineData(nameof(LetterPartIndex.CodeHash))]
    public async Task The_database_itself_refuses_a_second_one(string unique)
    {
        await AddAsync();
        string[] all = [nameof(LetterPartIndex.LetterId), nameof(LetterPartIndex.StudentId), nameof(LetterPartIndex.CodeHash)];
        var columns = new SqlName(string.Join(", ", all));
        var values = new SqlName(string.Join(", ", all.Select(column => column == unique ? column : "'another'")));

        var refused = await Assert.ThrowsAsync<SqliteException>(() => InSiteAsync(services =>
        {
            var database = services.GetRequiredService<TenantDatabase>();
            return database.ExecuteAsync(
                $"""
                INSERT INTO {database.Letters} ({columns}, "UsedSeats", "MadeAtTicks", "ExpiresAtTicks", "DocumentId")
                SELECT {values}, 0, "MadeAtTicks", "ExpiresAtTicks", "DocumentId" FROM {database.Letters}
                """,
                Cancel);
        }));

        Assert.Contains($".{unique}", refused.Message, StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "I13")]
    public async Task An_erased_letter_leaves_no_document()
    {
        var letter = await AddAsync();
        Assert.NotEmpty(await DocumentsWithAsync(letter.Id.ToString()));

        await CommitAsync(work => work.Letters.RemoveExpiredAsync(letter.ExpiresAt.AddSeconds(1), Cancel));

        Assert.Empty(await DocumentsWithAsync(letter.Id.ToString()));
    }

    private async Task<Letter> AddAsync()
    {
        var letter = new Letter(NewId(), Emma, 1, 1, new CodeHash("hash"), 2, 0, 0, Now, Now.AddDays(30), null);
        Assert.True(await CommitAsync(work => work.Letters.TryAddAsync(letter, Cancel)));
        return letter;
    }

    private Task<ContentItem> ItemAsync() => InSiteAsync(async services =>
        Assert.Single(await services.GetRequiredService<ISession>().Query<ContentItem, LetterPartIndex>().ListAsync(Cancel)));
}
