using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>
/// Reads the values of the present row of a table. What cannot be read makes the row refused; the first reason is kept, and
/// reading goes on, so that a reader of rows is a plain list of values.
/// </summary>
internal sealed class OneRosterRow(OneRosterTable table, TimeZoneInfo zone)
{
    /// <summary>The longest title or name, in characters.</summary>
    public const int ShortText = 200;

    /// <summary>The longest report, in characters.</summary>
    public const int LongText = 10_000;

    /// <summary>The line that the row begins on.</summary>
    public long Line => table.Line;

    /// <summary>Why the row is not taken, if it is not.</summary>
    public RefusalReason? Refusal { get; private set; }

    /// <summary>The column that <see cref="Refusal"/> is about, if it is about one.</summary>
    public string? RefusedColumn { get; private set; }

    /// <summary>The row's own identifier, if it could be read.</summary>
    public string? ReadableId { get; private set; }

    /// <summary>Goes to the next row.</summary>
    public bool Read()
    {
        if (!table.Read())
        {
            return false;
        }

        Refusal = table.Problem;
        RefusedColumn = null;
        ReadableId = null;
        return true;
    }

    /// <summary>Refuses the row.</summary>
    public void Refuse(RefusalReason reason, string? column = null) => (Refusal, RefusedColumn) = Refusal is null ? (reason, column) : (Refusal, RefusedColumn);

    /// <summary>The row's own identifier.</summary>
    public string OwnId(string column = Columns.SourcedId)
    {
        var id = Id(column);
        ReadableId = id.Length > 0 && Refusal is null ? id : null;
        return id;
    }

    /// <summary>An identifier that must be there.</summary>
    public string Id(string column)
    {
        var id = OptionalId(column);
        if (id is null)
        {
            Refuse(RefusalReason.MissingValue, column);
        }

        return id ?? "";
    }

    /// <summary>An identifier that may be missing.</summary>
    public string? OptionalId(string column)
    {
        var text = table[column];
        if (text.Length > 0 && !StudentId.TryParse(text, out _))
        {
            Refuse(RefusalReason.InvalidId, column);
        }

        return text.Length > 0 ? text : null;
    }

    /// <summary>A text that must be there.</summary>
    public string RequiredText(string column, int longest = ShortText)
    {
        var text = Text(column, longest);
        if (text is null)
        {
            Refuse(RefusalReason.MissingValue, column);
        }

        return text ?? "";
    }

    /// <summary>A text that may be missing.</summary>
    public string? Text(string column, int longest = ShortText)
    {
        var text = table[column];
        if (text.Length == 0)
        {
            return null;
        }

        if (text.Length > longest)
        {
            Refuse(RefusalReason.TextTooLong, column);
        }
        else if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
        {
            Refuse(RefusalReason.ControlCharacters, column);
        }

        return text.Contains('\r', StringComparison.Ordinal) ? text.ReplaceLineEndings("\n") : text;
    }

    /// <summary>A date that must be there.</summary>
    public DateOnly RequiredDate(string column)
    {
        var date = Date(column);
        if (date is null)
        {
            Refuse(RefusalReason.MissingValue, column);
        }

        return date ?? default;
    }

    /// <summary>A date that may be missing.</summary>
    public DateOnly? Date(string column)
    {
        var text = table[column];
        if (text.Length == 0)
        {
            return null;
        }

        if (!OneRosterDate.TryParse(text, zone, out var date))
        {
            Refuse(RefusalReason.InvalidDate, column);
        }

        return date;
    }

    /// <summary>A number that may be missing.</summary>
    public decimal? Number(string column)
    {
        var text = table[column];
        if (text.Length == 0)
        {
            return null;
        }

        if (!OneRosterNumber.TryParse(text, out var number))
        {
            Refuse(RefusalReason.InvalidNumber, column);
        }

        return number;
    }

    /// <summary>A place in an order, 0 when it is missing.</summary>
    public int Order(string column)
    {
        var number = Number(column) ?? 0;
        if (number != decimal.Truncate(number))
        {
            Refuse(RefusalReason.InvalidNumber, column);
        }

        return (int)number;
    }

    /// <summary>True or false.</summary>
    /// <returns>Null when the value is missing.</returns>
    public bool? Boolean(string column)
    {
        switch (table[column].ToLowerInvariant())
        {
            case "":
                return null;
            case "true" or "1" or "yes" or "y" or "ja" or "waar":
                return true;
            case "false" or "0" or "no" or "n" or "nee" or "onwaar":
                return false;
            default:
                Refuse(RefusalReason.InvalidBoolean, column);
                return null;
        }
    }

    /// <summary>The row's status.</summary>
    public RowStatus Status()
    {
        switch (Word(Columns.Status))
        {
            case "" or "active":
                return RowStatus.Active;
            case "inactive":
                return RowStatus.Inactive;
            case "tobedeleted":
                return RowStatus.ToBeDeleted;
            default:
                Refuse(RefusalReason.UnknownStatus, Columns.Status);
                return RowStatus.Active;
        }
    }

    /// <summary>An e-mail address that may be missing; exports write a dash or a word where there is none.</summary>
    public EmailAddress? Address(string column)
    {
        var text = table[column];
        if (text.ToLowerInvariant() is "" or "-" or "n/a" or "na" or "none" or "null" or "geen" or "onbekend")
        {
            return null;
        }

        if (!EmailAddress.TryParse(text, out var address))
        {
            Refuse(RefusalReason.InvalidAddress, column);
        }

        return address;
    }

    /// <summary>A value in lower case without anything but letters, to compare with known words.</summary>
    public string Word(string column) => string.Concat(table[column].Where(char.IsLetter)).ToLowerInvariant();
}
