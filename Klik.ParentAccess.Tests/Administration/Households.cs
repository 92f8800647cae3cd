using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.SignIn;

namespace Klik.ParentAccess.Tests.Administration;

/// <summary>Parents who came in the way that parents come in.</summary>
internal static class Households
{
    /// <summary>The address that a parent of a name has.</summary>
    public static string AddressOf(string name) => $"{string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()}@gmail.com";

    /// <summary>A student invites a parent, who accepts; the browser is signed in.</summary>
    public static async Task<Visitor> LinkedParentAsync(this TestSchool school, TestStudent student, string name)
    {
        using var studentVisitor = school.NewVisitor();
        await studentVisitor.SignInAsStudentAsync(student);
        await studentVisitor.InvitesAsync(name, AddressOf(name));
        var parent = school.NewVisitor();
        parent.Plan = TokenPlan.Google(AddressOf(name)) with { Subject = $"{school.Id} {name}" };
        await parent.AcceptInvitationAsync(await school.InvitationLinkAsync(AddressOf(name)));
        return parent;
    }
}
