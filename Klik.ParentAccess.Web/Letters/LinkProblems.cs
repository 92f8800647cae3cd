using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Web.Localization;

namespace Klik.ParentAccess.Web.Letters;

/// <summary>What a parent is told beside a field: what is wrong, and what to do.</summary>
internal static class LinkProblems
{
    public static string TextIn(this ActivationCodeProblem problem, ITexts texts) => problem switch
    {
        ActivationCodeProblem.Empty => texts["Type the code from the letter."],
        ActivationCodeProblem.ForeignSign => texts["A code has only letters and digits, and never the letter U. Compare it with the letter."],
        ActivationCodeProblem.TooShort => texts["A part of the code is missing: it has {0} letters and digits. Compare it with the letter.", ActivationCode.Length],
        ActivationCodeProblem.TooLong => texts["This is too long: a code has {0} letters and digits. Compare it with the letter.", ActivationCode.Length],
        ActivationCodeProblem.Mistyped => texts["There is a typing error in this code. Compare it with the letter, sign by sign."],
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };

    public static string OwnTextIn(this PersonNameProblem problem, ITexts texts) => problem switch
    {
        PersonNameProblem.Empty => texts["Type your name."],
        PersonNameProblem.TooLong => texts["This name is too long. Use {0} characters at most.", PersonName.MaxLength],
        PersonNameProblem.NotAName => texts["Type a name with letters. Leave out emoji and signs such as < and @."],
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };

    public static string TextIn(this BirthDateProblem problem, ITexts texts) => problem switch
    {
        BirthDateProblem.Empty => texts["Fill in your child's date of birth."],
        BirthDateProblem.NotADate => texts["This is not a date. Type it with day, month and year, such as 31-12-2012."],
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };
}
