using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>What the handler itself must remember of a challenge: it travels in the protected state and is taken out on return.</summary>
internal sealed record ChallengeRecord(string Nonce, string CodeVerifier, DateTimeOffset MadeAt)
{
    private const string NonceItem = "klik:nonce";
    private const string MadeAtItem = "klik:made-at";

    // The framework's own name for it (OAuthConstants.CodeVerifierKey), which its challenge fills.
    private const string CodeVerifierItem = "code_verifier";

    public static void Put(AuthenticationProperties properties, string nonce, DateTimeOffset now)
    {
        properties.Items[NonceItem] = nonce;
        properties.Items[MadeAtItem] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    }

    public static ChallengeRecord? Take(AuthenticationProperties properties)
    {
        properties.Items.Remove(NonceItem, out var nonce);
        properties.Items.Remove(CodeVerifierItem, out var codeVerifier);
        properties.Items.Remove(MadeAtItem, out var madeAt);
        return !string.IsNullOrEmpty(nonce) && !string.IsNullOrEmpty(codeVerifier)
            && long.TryParse(madeAt, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new ChallengeRecord(nonce, codeVerifier, DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;
    }
}
