namespace Klik.ParentAccess.Core.Schools;

/// <summary>The name of a school as people know it; it stands on every page and in the subject of mails.</summary>
public static class SchoolName
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxLength = 100;

    /// <summary>Reads a name.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="name">The name: one line, single blanks, nothing at the ends.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static SchoolNameProblem? TryParse(string? text, out string name)
    {
        name = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length == 0)
        {
            return SchoolNameProblem.Empty;
        }

        if (name.Length > MaxLength)
        {
            return SchoolNameProblem.TooLong;
        }

        return name.Any(char.IsControl) || !name.Any(char.IsLetterOrDigit) ? SchoolNameProblem.NotAName : null;
    }
}
