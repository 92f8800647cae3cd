namespace Klik.ParentAccess.Core.Letters;

/// <summary>The link in a letter (rules L1, L2): the school's address, <c>a</c>, and the code after the <c>#</c>, where no server,
/// proxy or log sees it (rule P2).</summary>
/// <param name="Address">The whole link, for the QR code.</param>
/// <param name="Typed">As people type it: without the scheme that a browser puts in front by itself.</param>
internal sealed record LetterLink(string Address, string Typed)
{
    /// <summary>Makes the link of a code.</summary>
    public static LetterLink To(Uri school, ActivationCode code)
    {
        var address = $"{school.AbsoluteUri}a#{code.Text}";
        var isUsual = school.Scheme == Uri.UriSchemeHttps;
        return new LetterLink(address, isUsual ? address[$"{Uri.UriSchemeHttps}://".Length..] : address);
    }

    /// <summary>Hidden, so that a code never reaches a log by being formatted.</summary>
    public override string ToString() => "(link of a letter)";
}
