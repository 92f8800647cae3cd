namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>The plain sentence of each <see cref="BrokenReason"/>.</summary>
public static class BrokenReasons
{
    /// <summary>Says in plain English what is wrong and what to do; never a value from a file.</summary>
    public static string Sentence(this BrokenReason reason) => reason switch
    {
        BrokenReason.NotFound => "There is no such file or folder.",
        BrokenReason.UnreadableZip => "The zip file cannot be read. Make the export again, without a password.",
        BrokenReason.TooManyFiles => "The zip file holds too many files.",
        BrokenReason.TooLarge => "The files together are too large.",
        BrokenReason.TooCompressed => "A file in the zip is packed tighter than an honest export can be.",
        BrokenReason.AmbiguousFile => "There are two files of this name.",
        BrokenReason.MissingFile => "This file is missing. Make the export again.",
        BrokenReason.BadManifest => "The manifest names a version or a mode that is not known.",
        BrokenReason.NoHeader => "The file has no header row.",
        BrokenReason.MissingColumn => "A column that must be there is missing.",
        BrokenReason.DuplicateColumn => "A column is there twice.",
        BrokenReason.Undecodable => "The file is neither UTF-8 nor UTF-16. Save it as UTF-8.",
        BrokenReason.UnterminatedQuote => "A quoted value is never closed. The file was cut off or damaged.",
        BrokenReason.RowTooLong => "A row is too long. The file was damaged.",
        BrokenReason.NoStudents => "The list of users has no student that can be read.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
