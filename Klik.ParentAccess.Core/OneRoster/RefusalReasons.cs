namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>The plain sentence of each <see cref="RefusalReason"/>.</summary>
public static class RefusalReasons
{
    /// <summary>Says in plain English what is wrong with the row; never the row's values, which are personal.</summary>
    public static string Sentence(this RefusalReason reason) => reason switch
    {
        RefusalReason.WrongColumnCount => "The row has more or fewer values than the header.",
        RefusalReason.BadQuoting => "A quote stands where none can.",
        RefusalReason.MissingValue => "A value is missing.",
        RefusalReason.DuplicateId => "An earlier row has the same identifier.",
        RefusalReason.InvalidId => "The identifier is too long or has control characters.",
        RefusalReason.TextTooLong => "The text is too long.",
        RefusalReason.ControlCharacters => "The text has control characters.",
        RefusalReason.InvalidDate => "The date cannot be read. Write it as 2026-11-20.",
        RefusalReason.InvalidNumber => "The number cannot be read. Write it as 7.5.",
        RefusalReason.InvalidBoolean => "The value is neither true nor false.",
        RefusalReason.InvalidAddress => "The e-mail address cannot be read.",
        RefusalReason.InvalidWebAddress => "The web address does not begin with http:// or https://.",
        RefusalReason.UnknownStatus => "The status is not active, inactive or tobedeleted.",
        RefusalReason.UnknownRole => "The role is not known.",
        RefusalReason.MissingRole => "The user has no role.",
        RefusalReason.UnknownScoreStatus => "The score status is not known.",
        RefusalReason.UnknownState => "The state is not notStarted, busy or done.",
        RefusalReason.UnknownKind => "The kind is not activity, source or person.",
        RefusalReason.UnknownStudent => "There is no such student.",
        RefusalReason.UnknownClass => "There is no such class.",
        RefusalReason.UnknownLineItem => "There is no such line item.",
        RefusalReason.UnknownLearningLine => "There is no such learning line.",
        RefusalReason.UnknownActivity => "There is no such activity.",
        RefusalReason.UnknownGoal => "There is no such goal of this student.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
