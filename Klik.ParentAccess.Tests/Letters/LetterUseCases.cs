using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Students;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>What is done with letters behind the pages' back, in a scope of a school of either host.</summary>
internal static class LetterUseCases
{
    /// <summary>The school makes a letter for a student, or prints it again.</summary>
    /// <returns>The code in it.</returns>
    public static async Task<string> MakeLetterAsync(this IServiceProvider services, string studentId)
    {
        var selection = new LetterSelection.OneStudent(StudentId.Parse(studentId));
        var letter = await services.GetRequiredService<MakeLetters>()
            .ExecuteAsync(selection, LetterChoice.All, "en", TestContext.Current.CancellationToken)
            .SingleAsync(TestContext.Current.CancellationToken);
        return letter.Code.Text;
    }

    /// <summary>Somebody with a new account tries a code.</summary>
    /// <param name="services">The scope.</param>
    /// <param name="subject">How Google knows the account.</param>
    /// <param name="name">What is typed as name.</param>
    /// <param name="code">What is typed as code.</param>
    public static Task<RedeemActivationCodeResult> RedeemAsync(this IServiceProvider services, string subject, string name, string code)
    {
        var identity = new ExternalIdentity(ExternalProvider.Google, "https://accounts.google.com", subject, null, false);
        return services.GetRequiredService<RedeemActivationCode>().ExecuteAsync(
            new RedeemActivationCodeRequest(new LetterParent.Newcomer(identity, name), code, null, "nl", null, null), TestContext.Current.CancellationToken);
    }
}
