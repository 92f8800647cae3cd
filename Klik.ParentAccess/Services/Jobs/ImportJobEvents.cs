using Klik.ParentAccess.Core.StudentRecords.Jobs;
using OrchardCore.Modules;

namespace Klik.ParentAccess.Services.Jobs;

/// <summary>Tidies up after imports that an earlier process left behind, when the tenant comes up.</summary>
internal sealed class ImportJobEvents(IImportJobStore store, ImportJobFolder folder) : ModularTenantEvents
{
    public override async Task ActivatedAsync()
    {
        // Most of the time there is nothing to mark, and on SQLite a write waits for an import that goes on.
        if (await store.FindAsync(CancellationToken.None) is { State: ImportJobState.Running })
        {
            await store.MarkInterruptedAsync(CancellationToken.None);
        }

        folder.Clear(await store.FindAsync(CancellationToken.None) is { State: ImportJobState.Running } running ? running.Id : null);
    }
}
