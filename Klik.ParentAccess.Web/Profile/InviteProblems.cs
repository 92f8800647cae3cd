using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Web.Localization;

namespace Klik.ParentAccess.Web.Profile;

/// <summary>What a student is told beside a field: what is wrong, and what to do.</summary>
internal static class InviteProblems
{
    public static string TextIn(this PersonNameProblem problem, ITexts texts) => problem switch
    {
        PersonNameProblem.Empty => texts["Type the name of your parent."],
        PersonNameProblem.TooLong => texts["This name is too long. Use {0} characters at most.", PersonName.MaxLength],
        PersonNameProblem.NotAName => texts["Type a name with letters. Leave out emoji and signs such as < and @."],
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };

    public static string TextIn(this AddressProblem problem, ITexts texts) => problem switch
    {
        AddressProblem.Empty => texts["Type the e-mail address of your parent."],
        AddressProblem.Malformed => texts["This is not a complete e-mail address. Check it; it looks like name@example.com."],
        AddressProblem.OwnAddress => texts["This is your own e-mail address. Type the address of your parent."],
        AddressProblem.Invited => texts["You have invited this address already. You find the invitation above; you can send it again there."],
        AddressProblem.HasAccess => texts["The parent with this address has access already. You do not need to do anything."],
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };
}
