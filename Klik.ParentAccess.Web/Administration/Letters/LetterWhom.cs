using Klik.ParentAccess.Core.Letters;

namespace Klik.ParentAccess.Web.Administration.Letters;

/// <summary>For which students letters are made, as it stands in the form.</summary>
internal static class LetterWhom
{
    public const string Field = "whom";
    public const string ChoiceField = "choice";
    public const string School = "school";
    public const string WithoutClass = "without-class";
    public const string UnusedSeats = "unused";

    private const string ClassPrefix = "class:";

    /// <summary>How a class stands in the form.</summary>
    public static string Class(string? title) => title is null ? WithoutClass : ClassPrefix + title;

    /// <summary>Reads what was chosen.</summary>
    /// <returns>Null when it is none of the choices.</returns>
    public static LetterSelection? Read(string? chosen) => chosen switch
    {
        School => new LetterSelection.WholeSchool(),
        WithoutClass => new LetterSelection.OneClass(null),
        { Length: > 6 } when chosen.StartsWith(ClassPrefix, StringComparison.Ordinal) => new LetterSelection.OneClass(chosen[ClassPrefix.Length..]),
        _ => null,
    };
}
