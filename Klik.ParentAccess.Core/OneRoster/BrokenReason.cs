namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>Why a whole import is turned away; nothing is changed then.</summary>
public enum BrokenReason
{
    /// <summary>There is no such file or folder.</summary>
    NotFound,

    /// <summary>The zip file is damaged, encrypted or no zip file.</summary>
    UnreadableZip,

    /// <summary>The zip file holds more files than <see cref="OneRosterLimits.MaxFiles"/>.</summary>
    TooManyFiles,

    /// <summary>The files together are larger than <see cref="OneRosterLimits.MaxTotalBytes"/>.</summary>
    TooLarge,

    /// <summary>A file in the zip is packed tighter than <see cref="OneRosterLimits.MaxCompressionRatio"/>, as no honest export is.</summary>
    TooCompressed,

    /// <summary>There are two files of the same name.</summary>
    AmbiguousFile,

    /// <summary>A file that must be there, or that the manifest announces, is not.</summary>
    MissingFile,

    /// <summary>The manifest names a version of OneRoster that is not read, or a mode that does not exist.</summary>
    BadManifest,

    /// <summary>The file has no header row.</summary>
    NoHeader,

    /// <summary>A column that must be there is not.</summary>
    MissingColumn,

    /// <summary>A column is there twice.</summary>
    DuplicateColumn,

    /// <summary>The file is neither UTF-8 nor UTF-16.</summary>
    Undecodable,

    /// <summary>A quoted value is never closed.</summary>
    UnterminatedQuote,

    /// <summary>A row is longer than <see cref="OneRosterLimits.MaxRowBytes"/>.</summary>
    RowTooLong,

    /// <summary>A complete list of users has no student in it that could be read.</summary>
    NoStudents,
}
