using System.Net;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Letters.Throttling;
using Klik.ParentAccess.Tests.Portal;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>Somebody guesses codes at a school of the running portal.</summary>
internal static class Guessing
{
    // Well-formed; that a letter has it is as likely as any other.
    private const string Unknown = "ZZZZ-0000-0000-000";

    /// <summary>Guesses from this machine's address until it is throttled, each few times with another account.</summary>
    public static Task GuessAsync(this TestSchool school) => school.InSchoolAsync(async services =>
    {
        var redeem = services.GetRequiredService<RedeemActivationCode>();
        for (var i = 0; i <= RedeemThrottle.FreeForNetwork; i++)
        {
            var identity = new ExternalIdentity(ExternalProvider.Google, "https://accounts.google.com", $"guesser {i / 5}", null, false);
            var request = new RedeemActivationCodeRequest(new LetterParent.Newcomer(identity, "Gus"), UnknownCode(), null, null, IPAddress.Loopback, null);
            if (await redeem.ExecuteAsync(request, TestContext.Current.CancellationToken) is RedeemActivationCodeResult.Throttled)
            {
                return;
            }
        }

        Assert.Fail("Nobody was held up.");
    });

    /// <summary>A code that no letter has.</summary>
    public static string UnknownCode() =>
        Unknown + "0123456789ABCDEFGHJKMNPQRSTVWXYZ".Single(check => ActivationCode.TryParse(Unknown + check, out _) is null);
}
