using System.Globalization;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Web.Localization;

namespace Klik.ParentAccess.Web.Parents;

/// <summary>How results are written.</summary>
internal static class GradeTexts
{
    private const decimal UsualMaximum = 10;

    /// <summary>A number in the reader's way: 7,5 in Dutch.</summary>
    public static string Number(decimal number, CultureInfo culture) => number.ToString("0.##", culture);

    /// <summary>The result as a number, in words or both; null when there is none yet.</summary>
    public static string? Result(Grade grade, CultureInfo culture) => (grade.Score, grade.Text) switch
    {
        ({ } score, { Length: > 0 } text) => $"{Number(score, culture)} ({text})",
        ({ } score, _) => Number(score, culture),
        (null, { Length: > 0 } text) => text,
        _ => null,
    };

    /// <summary>What the highest result would be, where a reader would not expect it: at school in the Netherlands it is 10.</summary>
    public static string? Scale(Grade grade, ITexts texts) => grade is { Score: not null, Maximum: { } maximum and not UsualMaximum }
        ? texts["out of {0:0.##}", maximum]
        : null;
}
