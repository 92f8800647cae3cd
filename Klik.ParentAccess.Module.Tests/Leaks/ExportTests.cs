using System.Reflection;
using System.Text;
using Klik.ParentAccess.Models;
using Klik.ParentAccess.Module.Tests.Host;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Deployment;
using OrchardCore.Deployment.Services;
using OrchardCore.Entities;
using OrchardCore.Recipes.Models;
using OrchardCore.Settings;
using OrchardCore.Users;

namespace Klik.ParentAccess.Module.Tests.Leaks;

/// <summary>Deployment plans: every step that any module has.</summary>
[Trait("Rule", "I9")]
[Trait("Rule", "O3")]
public sealed class ExportTests(RunningHost host)
{
    private const string ClientSecret = "geheimvandekanarie";

    [Fact]
    public async Task No_deployment_step_exports_a_parent_an_invitation_or_a_secret()
    {
        var household = await Household.InAsync(host);
        await household.School.InSiteAsync(PlantSecretAsync);

        var exported = await ExportAsync(household.School);

        Assert.Contains("\"Users\"", exported, StringComparison.Ordinal);
        Assert.Contains(household.Children[0], exported, StringComparison.Ordinal);
        Assert.Contains(EverythingOn.Tenant, exported, StringComparison.Ordinal);
        string[] hidden = [.. household.Canaries, Household.UserName, household.ParentId, Household.LetterUserName, household.LetterParentId, household.InvitationItemId, "ParentInvitation", household.LetterItemId, "ParentLetter", nameof(ParentUser), ClientSecret];
        Assert.All(hidden, word => Assert.DoesNotContain(word, exported, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<string> ExportAsync(SiteSchool school)
    {
        var files = new ExportedFiles();
        await school.InSiteAsync(async services =>
        {
            // Some steps ask who is exporting.
            var administrator = await services.GetRequiredService<UserManager<IUser>>().FindByNameAsync(RunningHost.Administrator);
            services.GetRequiredService<IHttpContextAccessor>().HttpContext ??= new DefaultHttpContext
            {
                RequestServices = services,
                User = await services.GetRequiredService<SignInManager<IUser>>().CreateUserPrincipalAsync(administrator!),
            };
            var plan = new DeploymentPlan { Name = "Everything" };
            plan.DeploymentSteps.AddRange(services.GetServices<IDeploymentStepFactory>().Select(factory => Filled(factory.Create())));
            Assert.Contains(plan.DeploymentSteps, step => step.GetType().Name == "AllUsersDeploymentStep");
            Assert.Contains(plan.DeploymentSteps, step => step.GetType().Name == "AllContentDeploymentStep");
            await services.GetRequiredService<IDeploymentManager>().ExecuteDeploymentPlanAsync(plan, new DeploymentPlanResult(files, new RecipeDescriptor()));
        });
        return files.Text;
    }

    // All of everything, whatever the step calls that.
    private static DeploymentStep Filled(DeploymentStep step)
    {
        foreach (var property in step.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            if (property.Name == "IncludeAll")
            {
                property.SetValue(step, true);
            }
            else if (property.PropertyType == typeof(string[]) && property.GetValue(step) is null)
            {
                property.SetValue(step, step.GetType().Name == "SiteSettingsDeploymentStep" ? (string[])["SiteName", "BaseUrl", "SuperUser"] : []);
            }
            else if (property.PropertyType == typeof(string) && property.GetValue(step) is null)
            {
                property.SetValue(step, property.Name == "Json" ? """{ "name": "nothing" }""" : "nothing");
            }
        }

        return step;
    }

    private static async Task PlantSecretAsync(IServiceProvider services)
    {
        var sites = services.GetRequiredService<ISiteService>();
        var site = await sites.LoadSiteSettingsAsync();
        site.Put(new ParentSignInSettings { Microsoft = new ParentSignInProvider { ProtectedSecret = ClientSecret } });
        await sites.UpdateSiteSettingsAsync(site);
    }

    /// <summary>What a plan writes, in memory.</summary>
    private sealed class ExportedFiles : IFileBuilder
    {
        private readonly StringBuilder _text = new();

        public string Text => _text.ToString();

        public async Task SetFileAsync(string subpath, Stream stream)
        {
            using var reader = new StreamReader(stream);
            _text.Append(subpath).AppendLine(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
    }
}
