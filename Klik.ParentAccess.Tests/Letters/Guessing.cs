using System.Globalization;
using System.Net;
using System.Security.Cryptography;
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

    /// <summary>What a page asks a browser to work on, if it does.</summary>
    public static Challenge? Challenge(this VisitedPage page) => page.Document.QuerySelector("input[name=proof][data-klik-work]") is { } field
        ? new Challenge(field.GetAttribute("data-klik-work")!, int.Parse(field.GetAttribute("data-klik-work-bits")!, CultureInfo.InvariantCulture))
        : null;

    /// <summary>A code that no letter has.</summary>
    public static string UnknownCode() => WithCheckSign(Unknown);

    /// <summary>A code at random, with its check sign.</summary>
    public static string RandomCode() => WithCheckSign(RandomNumberGenerator.GetString(CodeAlphabet.Signs, ActivationCode.Length - 1));

    private static string WithCheckSign(string signs) => signs + CodeAlphabet.Signs.Single(check => ActivationCode.TryParse(signs + check, out _) is null);
}
