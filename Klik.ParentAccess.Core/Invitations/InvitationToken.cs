using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using Klik.ParentAccess.Core.Privacy;

namespace Klik.ParentAccess.Core.Invitations;

/// <summary>
/// The secret in an invitation's link (rule P2): the invitation's id with a 256-bit authentication code under the school's key.
/// Derived when the mail is made, so that no database, outbox or log ever holds it.
/// </summary>
public sealed record InvitationToken
{
    private const string Purpose = "invitation-token";
    private const int IdLength = 16;
    private const int CodeLength = 32;
    private const int Length = 1 + IdLength + CodeLength;

    private InvitationToken(Guid invitationId, string text)
    {
        InvitationId = invitationId;
        Text = text;
    }

    /// <summary>Whose secret it is.</summary>
    public Guid InvitationId { get; }

    /// <summary>The secret as it stands after the <c>#</c> of the link.</summary>
    public string Text { get; }

    /// <summary>Makes the secret of an invitation.</summary>
    public static InvitationToken For(Guid invitationId, PersonalData personalData)
    {
        Span<byte> token = stackalloc byte[Length];
        invitationId.TryWriteBytes(token.Slice(1, IdLength), bigEndian: true, out _);
        var (keyVersion, code) = personalData.Authenticate(Purpose, token.Slice(1, IdLength));
        token[0] = keyVersion;
        code.CopyTo(token[(1 + IdLength)..]);
        return new InvitationToken(invitationId, Base64Url.EncodeToString(token));
    }

    /// <summary>Reads a secret, or a whole link that ends in one, and checks that it was made with this school's key.</summary>
    /// <returns>False when it was not; the store need not be asked.</returns>
    public static bool TryRead(string? text, PersonalData personalData, [NotNullWhen(true)] out InvitationToken? token)
    {
        token = null;
        text = text?.Trim() ?? "";
        text = text[(text.LastIndexOf('#') + 1)..];
        if (text.Length != Base64Url.GetEncodedLength(Length) || !Base64Url.IsValid(text))
        {
            return false;
        }

        ReadOnlySpan<byte> bytes = Base64Url.DecodeFromChars(text);
        var id = bytes.Slice(1, IdLength);
        if (!personalData.IsAuthentic(Purpose, bytes[0], id, bytes[(1 + IdLength)..]))
        {
            return false;
        }

        token = new InvitationToken(new Guid(id, bigEndian: true), text);
        return true;
    }

    /// <summary>Hidden, so that a secret never reaches a log by being formatted.</summary>
    public override string ToString() => $"(token of invitation {InvitationId})";
}
