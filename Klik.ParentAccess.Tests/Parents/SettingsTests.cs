using System.Net;
using System.Text.Json;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Outbox;

namespace Klik.ParentAccess.Tests.Parents;

public class SettingsTests
{
    [Theory]
    [Trait("Rule", "L8")]
    [InlineData("en", true, false)]
    [InlineData("nl", false, true)]
    [InlineData("nl", true, true)]
    [InlineData("en", false, false)]
    public async Task Language_and_notifications_are_stored_and_shown(string language, bool email, bool push)
    {
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", "s1");
        var parent = world.Parent("jan");
        List<(string, string)> fields = [("language", language)];
        if (email)
        {
            fields.Add(("notifyByEmail", "true"));
        }

        if (push)
        {
            fields.Add(("notifyByPush", "true"));
        }

        using var answer = await parent.SubmitsAsync("/parents/settings", [.. fields]);
        var page = await parent.OpensAsync(answer.Headers.Location!.OriginalString);

        var account = world.State.Accounts["jan"].Account;
        Assert.Equal((language, new NotificationPreferences(email, push)), (account.Language, account.Preferences));
        Assert.Equal(email, page.QuerySelector("[name=notifyByEmail]")!.HasAttribute("checked"));
        Assert.Equal(push, page.QuerySelector("[name=notifyByPush]")!.HasAttribute("checked"));
        Assert.Equal(language, page.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Equal(language == "nl" ? "Instellingen" : "Settings", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector(".klik-notice-success"));
    }

    [Fact]
    [Trait("Rule", "P8")]
    public async Task A_language_that_is_not_there_is_not_stored()
    {
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", "s1");

        using var answer = await world.Parent("jan").SubmitsAsync("/parents/settings", ("language", "../xx"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Null(world.State.Accounts["jan"].Account.Language);
    }

    [Fact]
    [Trait("Rule", "I12")]
    public async Task The_settings_show_the_linked_children_and_how_to_link_another()
    {
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", "s1", isActive: false);
        world.Link("jan", "s2", "Tess");

        var page = await world.Parent("jan").OpensAsync("/parents/settings");

        var children = page.QuerySelectorAll(".klik-rows > li").Select(row => row.TextContent).ToList();
        Assert.Equal(2, children.Count);
        Assert.Contains("Sanne de Vries", children[0], StringComparison.Ordinal);
        Assert.Contains("Niet meer actief", children[0], StringComparison.Ordinal);
        Assert.Contains("Vraag uw kind om een uitnodiging", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task A_parent_reads_and_downloads_what_is_kept()
    {
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", "s1", "Zoë");
        var parent = world.Parent("jan");
        await parent.OpensAsync("/parents/students/s1/grades");

        var page = await parent.OpensAsync("/parents/settings/data");
        using var file = await parent.AsksAsync(page.QuerySelector("a[download]")!.GetAttribute("href")!);

        Assert.All(["Jan de Vries", "jan@example.nl", "Zoë de Vries", "Cijferlijst", "Google", "number of jan"], text => Assert.Contains(text, page.Body!.TextContent, StringComparison.Ordinal));
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.True(file.Headers.CacheControl!.NoStore);
        var text = await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Zoë", text, StringComparison.Ordinal);
        var data = JsonDocument.Parse(text).RootElement;
        Assert.Equal("jan@example.nl", data.GetProperty("emailAddress").GetString());
        Assert.Equal(
            ("google", "https://accounts.google.com", "number of jan"),
            (data.GetProperty("signIn").GetProperty("provider").GetString(), data.GetProperty("signIn").GetProperty("issuer").GetString(), data.GetProperty("signIn").GetProperty("subject").GetString()));
        Assert.Equal("grades", data.GetProperty("views")[0].GetProperty("part").GetString());
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task Deleting_the_account_takes_a_confirmation_and_leaves_nothing_of_the_parent()
    {
        await using var world = await ParentWorld.StartAsync();
        var linked = world.Link("jan", "s1");
        world.Link("someone else", "s1");
        var mail = OutboxMessage.ForLink(linked.Id, world.Clock.GetUtcNow());
        world.State = world.State with { Outbox = world.State.Outbox.Add(mail.Id, mail) };
        var parent = world.Parent("jan");
        await parent.OpensAsync("/parents");
        Assert.Contains("Jan de Vries", (await parent.OpensAsync("/parents/settings/delete")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("jan", world.State.Accounts.Keys);

        using var answer = await parent.SubmitsAsync("/parents/settings/delete");

        Assert.Equal("/demo/account-deleted", answer.Headers.Location!.OriginalString);
        Assert.Empty(world.State.Accounts);
        Assert.Equal(["someone else"], world.State.Links.Values.Select(link => link.AccountId));
        Assert.Empty(world.State.Views);
        Assert.Empty(world.State.Outbox);
        Assert.Empty(world.People.Sessions);
        Assert.Contains("Uw account is verwijderd", (await parent.OpensAsync("/account-deleted")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "L8")]
    [InlineData("/parents/settings")]
    [InlineData("/parents/settings/delete")]
    public async Task Another_site_cannot_change_or_delete_anything(string path)
    {
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", "s1");
        var before = world.Parent("jan");

        using var answer = await before.IsMadeToPostAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Single(world.State.Accounts);
        Assert.NotEmpty(world.People.Sessions);
    }
}
