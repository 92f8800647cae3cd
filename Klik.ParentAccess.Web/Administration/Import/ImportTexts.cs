using Klik.ParentAccess.Core.OneRoster;
using Klik.ParentAccess.Web.Localization;

namespace Klik.ParentAccess.Web.Administration.Import;

/// <summary>Why a row or a whole import was turned away, in the reader's language; never a value from a file, which is personal.</summary>
internal static class ImportTexts
{
    public static string TextIn(this RefusalReason reason, ITexts texts) => reason switch
    {
        RefusalReason.WrongColumnCount => texts["The row has more or fewer values than the header."],
        RefusalReason.BadQuoting => texts["A quote stands where none can."],
        RefusalReason.MissingValue => texts["A value is missing."],
        RefusalReason.DuplicateId => texts["An earlier row has the same identifier."],
        RefusalReason.InvalidId => texts["The identifier is too long or has control characters."],
        RefusalReason.TextTooLong => texts["The text is too long."],
        RefusalReason.ControlCharacters => texts["The text has control characters."],
        RefusalReason.InvalidDate => texts["The date cannot be read. Write it as 2026-11-20."],
        RefusalReason.InvalidNumber => texts["The number cannot be read. Write it as 7.5."],
        RefusalReason.InvalidBoolean => texts["The value is neither true nor false."],
        RefusalReason.InvalidAddress => texts["The e-mail address cannot be read."],
        RefusalReason.InvalidWebAddress => texts["The web address does not begin with http:// or https://."],
        RefusalReason.UnknownStatus => texts["The status is not active, inactive or tobedeleted."],
        RefusalReason.UnknownRole => texts["The role is not known."],
        RefusalReason.MissingRole => texts["The user has no role."],
        RefusalReason.UnknownScoreStatus => texts["The score status is not known."],
        RefusalReason.UnknownState => texts["The state is not notStarted, busy or done."],
        RefusalReason.UnknownKind => texts["The kind is not activity, source or person."],
        RefusalReason.UnknownStudent => texts["There is no such student."],
        RefusalReason.UnknownClass => texts["There is no such class."],
        RefusalReason.UnknownLineItem => texts["There is no such line item."],
        RefusalReason.UnknownLearningLine => texts["There is no such learning line."],
        RefusalReason.UnknownActivity => texts["There is no such activity."],
        RefusalReason.UnknownGoal => texts["There is no such goal of this student."],
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    public static string TextIn(this BrokenReason reason, ITexts texts) => reason switch
    {
        BrokenReason.NotFound => texts["The file is not there any more. Upload it again."],
        BrokenReason.UnreadableZip => texts["The zip file cannot be read. Make the export again, without a password."],
        BrokenReason.TooManyFiles => texts["The zip file holds too many files."],
        BrokenReason.TooLarge => texts["The files together are too large."],
        BrokenReason.TooCompressed => texts["A file in the zip is packed tighter than an honest export can be."],
        BrokenReason.AmbiguousFile => texts["There are two files of this name."],
        BrokenReason.MissingFile => texts["This file is missing. Make the export again."],
        BrokenReason.BadManifest => texts["The manifest names a version or a mode that is not known."],
        BrokenReason.NoHeader => texts["The file has no header row."],
        BrokenReason.MissingColumn => texts["A column that must be there is missing."],
        BrokenReason.DuplicateColumn => texts["A column is there twice."],
        BrokenReason.Undecodable => texts["The file is neither UTF-8 nor UTF-16. Save it as UTF-8."],
        BrokenReason.UnterminatedQuote => texts["A quoted value is never closed. The file was cut off or damaged."],
        BrokenReason.RowTooLong => texts["A row is too long. The file was damaged."],
        BrokenReason.NoStudents => texts["The list of users has no student that can be read."],
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
