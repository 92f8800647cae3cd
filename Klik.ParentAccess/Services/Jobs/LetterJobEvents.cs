using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Removing;
using OrchardCore.Modules;

namespace Klik.ParentAccess.Services.Jobs;

/// <summary>Removes PDFs of letters whose time is over, and what a process that is gone left behind, when the tenant comes up.</summary>
internal sealed class LetterJobEvents(TenantLetterJobs letters, IShellHost shells) : ModularTenantEvents
{
    public override Task ActivatedAsync()
    {
        letters.Jobs.DeleteOld();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task RemovingAsync(ShellRemovingContext context)
    {
        TenantLetterJobs.Forget(shells, context.ShellSettings.Name);
        return Task.CompletedTask;
    }
}
