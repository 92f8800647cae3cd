using Klik.ParentAccess.Core.StudentRecords.Import;

namespace Klik.ParentAccess.Records.Import;

/// <summary>Counts what is asked while it is loaded.</summary>
internal sealed class ImportLoad
{
    public long Puts { get; private set; }

    public long Deletes { get; private set; }

    /// <summary>Removals that do not say whose entry it is.</summary>
    public long DeletesById { get; private set; }

    public void Count(ImportAction action, string? studentId)
    {
        Puts += action == ImportAction.Put ? 1 : 0;
        Deletes += action == ImportAction.Delete ? 1 : 0;
        DeletesById += action == ImportAction.Delete && studentId is null ? 1 : 0;
    }
}
