namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>What is counted while one file is read.</summary>
internal sealed class FileTally(string name)
{
    public long Read { get; set; }

    public long Refused { get; set; }

    public long Ignored { get; set; }

    public ImportCounts Entries { get; set; }

    /// <summary>Whether a refused row did not even tell which entry it is about; nothing that is missing can be removed then.</summary>
    public bool HasLostIdentity { get; set; }

    public ImportedFile ToResult() => new(name, Read, Refused, Ignored, Entries);
}
