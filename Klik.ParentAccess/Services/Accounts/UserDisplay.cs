using Klik.ParentAccess.Drivers;
using Klik.ParentAccess.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Services.Accounts;

/// <summary>
/// Shows parents by our driver alone and everybody else as before, so that no driver of Orchard or another module, whatever it
/// knows of a user, puts anything of a parent on a page (rules I9, O5).
/// </summary>
internal sealed class UserDisplay(IServiceProvider services) : IDisplayManager<User>
{
    private readonly DisplayManager<User> _others = ActivatorUtilities.CreateInstance<DisplayManager<User>>(services);

    private readonly DisplayManager<User> _parents = ActivatorUtilities.CreateInstance<DisplayManager<User>>(
        services,
        (IEnumerable<IDisplayDriver<User>>)[ActivatorUtilities.CreateInstance<ParentUserDisplayDriver>(services)]);

    public Task<IShape> BuildDisplayAsync(User model, IUpdateModel updater, string displayType = "", string groupId = "") =>
        Of(model).BuildDisplayAsync(model, updater, displayType, groupId);

    public Task<IShape> BuildEditorAsync(User model, IUpdateModel updater, bool isNew, string groupId = "", string htmlPrefix = "") =>
        Of(model).BuildEditorAsync(model, updater, isNew, groupId, htmlPrefix);

    public Task<IShape> UpdateEditorAsync(User model, IUpdateModel updater, bool isNew, string groupId = "", string htmlPrefix = "") =>
        Of(model).UpdateEditorAsync(model, updater, isNew, groupId, htmlPrefix);

    private DisplayManager<User> Of(User user) => ParentUser.Is(user) ? _parents : _others;
}
