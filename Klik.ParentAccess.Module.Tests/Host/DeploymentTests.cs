using System.Text.Json.Nodes;
using Klik.ParentAccess.Models;
using OrchardCore.Deployment;
using OrchardCore.Deployment.Core.Services;
using OrchardCore.Deployment.Services;
using OrchardCore.Deployment.Steps;
using OrchardCore.Entities;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Settings;
using OrchardCore.Settings.Deployment;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>Settings that a deployment plan takes to another site.</summary>
[Collection<ChangedSites>]
public sealed class DeploymentTests(RunningHost host)
{
    private const string Secret = "s3cret-of-the-client";

    [Fact]
    [Trait("Rule", "O3")]
    public async Task The_settings_arrive_in_another_school()
    {
        var from = await AutomatedSchool.SetUpAsync(host);
        var to = await DutchSchool.SetUpAsync(host);
        await SaveAsync(from, new ParentAccessSettings { Language = "en", AccentColor = "#224466", ShowsConversations = false, InvitationLifetimeDays = 30 });

        var steps = await ExportAsync(from, new SiteSettingsPropertyDeploymentStep<ParentAccessSettings>());
        await to.InSiteAsync(async services =>
        {
            foreach (var handler in services.GetServices<IRecipeStepHandler>())
            {
                await handler.ExecuteAsync(new RecipeExecutionContext { Name = "settings", Step = Assert.Single(steps), RecipeDescriptor = new RecipeDescriptor() });
            }
        });

        var arrived = await ReadAsync<ParentAccessSettings>(to);
        Assert.Equal(("en", "#224466", false, 30), (arrived.Language, arrived.AccentColor, arrived.ShowsConversations, arrived.InvitationLifetimeDays ?? 0));
        await SaveAsync(to, new ParentAccessSettings());
    }

    [Fact]
    [Trait("Rule", "O3")]
    [Trait("Rule", "O4")]
    public async Task No_step_that_there_is_exports_a_client_or_its_secret()
    {
        var school = await AutomatedSchool.SetUpAsync(host);
        using var administrator = await school.NewAdministratorAsync();
        await administrator.SaveSettingsAsync(
            ("ISite.ParentSignInSettings.Microsoft.ClientId", "exported-client"), ("ISite.ParentSignInSettings.Microsoft.ClientSecret", Secret));
        var kept = (await ReadAsync<ParentSignInSettings>(school)).Microsoft.ProtectedSecret!;

        var exported = string.Concat((await ExportAsync(school, steps: null)).Select(step => step.ToJsonString()));

        Assert.Contains(nameof(ParentAccessSettings), exported, StringComparison.Ordinal);
        Assert.DoesNotContain("exported-client", exported, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exported, StringComparison.Ordinal);
        Assert.DoesNotContain(kept, exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_step_is_offered_to_whoever_makes_a_plan()
    {
        var school = await AutomatedSchool.SetUpAsync(host);
        using var administrator = await school.NewAdministratorAsync();

        var form = await administrator.OpenAsync("/Admin/DeploymentPlan/Create");
        await administrator.SubmitAsync(form, "/DeploymentPlan/Create", ("Name", SiteSchool.Unique("Plan ")));
        long id = 0;
        await school.InSiteAsync(async services => id = (await services.GetRequiredService<IDeploymentPlanService>().GetAllDeploymentPlansAsync()).First().Id);
        var plan = await administrator.OpenAsync($"/Admin/DeploymentPlan/Display/{id}");

        Assert.Contains("Exports the settings of parent access, without the providers that parents sign in with.", plan.Html, StringComparison.Ordinal);
    }

    /// <summary>What a plan with these steps, or with every step that there is, exports.</summary>
    private static async Task<IReadOnlyList<JsonObject>> ExportAsync(SiteSchool school, params IReadOnlyList<DeploymentStep>? steps)
    {
        IReadOnlyList<JsonObject> exported = [];
        await school.InSiteAsync(async services =>
        {
            // But those of the deployment module itself: files that somebody types in, and plans.
            steps ??= [.. services.GetServices<IDeploymentStepFactory>().Select(factory => factory.Create())
                .Where(step => step.GetType().Assembly != typeof(CustomFileDeploymentStep).Assembly)
                .Select(Filled)];
            using var files = new TemporaryFileBuilder();
            var result = new DeploymentPlanResult(files, new RecipeDescriptor());
            await services.GetRequiredService<IDeploymentManager>().ExecuteDeploymentPlanAsync(new DeploymentPlan { Name = "Plan", DeploymentSteps = [.. steps] }, result);
            exported = [.. result.Steps];
        });
        return exported;
    }

    // A fresh step that asks which things are meant has nothing chosen.
    private static DeploymentStep Filled(DeploymentStep step)
    {
        foreach (var choice in step.GetType().GetProperties().Where(property => property.PropertyType == typeof(string[]) && property.GetValue(step) is null))
        {
            string[] chosen = step is SiteSettingsDeploymentStep ? ["BaseUrl", "SiteName", "TimeZoneId", "HomeRoute"] : ["Menu"];
            choice.SetValue(step, chosen);
        }

        return step;
    }

    private static async Task<T> ReadAsync<T>(SiteSchool school)
        where T : class, new()
    {
        T? settings = null;
        await school.InSiteAsync(async services => settings = await services.GetRequiredService<ISiteService>().GetSettingsAsync<T>());
        return settings!;
    }

    private static Task SaveAsync(SiteSchool school, ParentAccessSettings settings) => school.InSiteAsync(async services =>
    {
        var sites = services.GetRequiredService<ISiteService>();
        var site = await sites.LoadSiteSettingsAsync();
        site.Put(settings);
        await sites.UpdateSiteSettingsAsync(site);
    });
}
