using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Records;
using YesSql;
using YesSql.Indexes;
using ISession = YesSql.ISession;

namespace Klik.ParentAccess.Module.Tests.Storage;

/// <summary>What holds of everything that the module keeps as content items: nothing that lists, shows or edits content gets at it.</summary>
[Trait("Rule", "O3")]
public abstract class HiddenContentTests<TPart, TIndex>(SqliteSiteHost host, string contentType) : SiteTests(host)
    where TPart : ContentPart
    where TIndex : class, IIndex
{
    [Fact]
    public async Task It_is_a_content_item_that_is_neither_published_nor_the_latest_version()
    {
        await KeepOneAsync();

        var item = await ItemAsync();

        Assert.Equal((contentType, false, false), (item.ContentType, item.Published, item.Latest));
        Assert.True(item.Has<TPart>());
        Assert.Equal(0, await InSiteAsync(services => services.GetRequiredService<ISession>()
            .QueryIndex<ContentItemIndex>(index => index.ContentType == contentType && (index.Published || index.Latest)).CountAsync(Cancel)));
    }

    [Fact]
    public async Task The_content_manager_finds_no_version_of_it()
    {
        await KeepOneAsync();
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

        Assert.NotEmpty(definitions);
        Assert.DoesNotContain(contentType, definitions);
        Assert.DoesNotContain(typeof(TPart).Name, definitions);
    }

    /// <summary>Keeps one in the school.</summary>
    protected abstract Task KeepOneAsync();

    private Task<ContentItem> ItemAsync() => InSiteAsync(async services =>
        Assert.Single(await services.GetRequiredService<ISession>().Query<ContentItem, TIndex>().ListAsync(Cancel)));
}
