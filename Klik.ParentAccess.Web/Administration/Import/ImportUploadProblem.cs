namespace Klik.ParentAccess.Web.Administration.Import;

/// <summary>Why an uploaded file is not imported at all.</summary>
public enum ImportUploadProblem
{
    /// <summary>No file was chosen, or an empty one.</summary>
    Missing,

    /// <summary>It is larger than <see cref="ImportUpload.MaxMegabytes"/>.</summary>
    TooLarge,

    /// <summary>It is not a zip file.</summary>
    NotAZip,

    /// <summary>Another import of the school is still running.</summary>
    AnotherRuns,
}
