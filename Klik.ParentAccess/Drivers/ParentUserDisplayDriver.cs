using Klik.ParentAccess.Services.Accounts;
using Klik.ParentAccess.ViewModels;
using OrchardCore;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Drivers;

/// <summary>All that user management shows of a parent: user name and status (rules I9, O5). Nothing of a parent can be edited.</summary>
internal sealed class ParentUserDisplayDriver(ParentStatus status) : DisplayDriver<User>
{
    public override IDisplayResult Display(User model, BuildDisplayContext context) =>
        Initialize<ParentUserViewModel>("ParentUser", async view =>
        {
            view.UserName = model.UserName;
            view.IsActive = await status.IsActiveAsync(model.UserId, CancellationToken.None);
            view.IsInList = context.DisplayType == OrchardCoreConstants.DisplayType.SummaryAdmin;
        })
        .Location(OrchardCoreConstants.DisplayType.SummaryAdmin, "Header:1")
        .Location(OrchardCoreConstants.DisplayType.DetailAdmin, "Content:1");
}
