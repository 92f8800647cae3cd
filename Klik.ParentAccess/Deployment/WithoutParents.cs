using System.Text.Json.Nodes;
using Klik.ParentAccess.Services.Storage;
using OrchardCore.Deployment;

namespace Klik.ParentAccess.Deployment;

/// <summary>
/// Takes parents out of the users that a deployment plan exports (rules I9, O3). It is a source that adds nothing: Orchard asks each
/// source in turn, and those of the users' module before ours.
/// </summary>
internal sealed class WithoutParents(TenantDatabase database) : IDeploymentSource
{
    // The steps of Orchard that list users, and what an id is called in each.
    private static readonly (string Step, string Users, string Id)[] Steps =
    [
        ("Users", "Users", "UserId"),
        ("custom-user-settings", "custom-user-settings", "userId"),
    ];

    public async Task ProcessDeploymentStepAsync(DeploymentStep step, DeploymentPlanResult result)
    {
        var lists = Steps.SelectMany(known => result.Steps
            .Where(exported => Text(exported["name"]) == known.Step)
            .Select(exported => (Users: exported[known.Users] as JsonArray, known.Id)));
        foreach (var (users, id) in lists.ToList())
        {
            if (users is null)
            {
                continue;
            }

            var parents = (await database.QueryAsync($"SELECT id FROM {database.Accounts}", row => row.GetString(0), CancellationToken.None)).ToHashSet(StringComparer.Ordinal);
            foreach (var parent in users.Where(user => Text(user?[id]) is { } userId && parents.Contains(userId)).ToList())
            {
                users.Remove(parent);
            }
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
