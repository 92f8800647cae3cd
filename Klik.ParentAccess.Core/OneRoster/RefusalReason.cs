namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>Why one row of a file is not taken. What was stored for it before stays as it was.</summary>
public enum RefusalReason
{
    /// <summary>The row has more or fewer values than the header.</summary>
    WrongColumnCount,

    /// <summary>A quote stands where none can.</summary>
    BadQuoting,

    /// <summary>A value that must be there is not.</summary>
    MissingValue,

    /// <summary>An earlier row has the same identifier.</summary>
    DuplicateId,

    /// <summary>An identifier is longer than 255 characters or has control characters.</summary>
    InvalidId,

    /// <summary>The text is longer than what is kept.</summary>
    TextTooLong,

    /// <summary>The text has control characters.</summary>
    ControlCharacters,

    /// <summary>The date does not exist, or is written in a way that can be read as two dates.</summary>
    InvalidDate,

    /// <summary>The number cannot be read.</summary>
    InvalidNumber,

    /// <summary>Neither true nor false.</summary>
    InvalidBoolean,

    /// <summary>The e-mail address cannot be one.</summary>
    InvalidAddress,

    /// <summary>The web address is not one that begins with http or https.</summary>
    InvalidWebAddress,

    /// <summary>The status is none of active, inactive and tobedeleted.</summary>
    UnknownStatus,

    /// <summary>The role is none that OneRoster has.</summary>
    UnknownRole,

    /// <summary>The user has no role.</summary>
    MissingRole,

    /// <summary>The score status is none that OneRoster has.</summary>
    UnknownScoreStatus,

    /// <summary>The state is none of notStarted, busy and done.</summary>
    UnknownState,

    /// <summary>The kind is none of activity, source and person.</summary>
    UnknownKind,

    /// <summary>There is no such student.</summary>
    UnknownStudent,

    /// <summary>There is no such class.</summary>
    UnknownClass,

    /// <summary>There is no such line item.</summary>
    UnknownLineItem,

    /// <summary>There is no such learning line.</summary>
    UnknownLearningLine,

    /// <summary>There is no such activity.</summary>
    UnknownActivity,

    /// <summary>There is no such goal.</summary>
    UnknownGoal,
}
