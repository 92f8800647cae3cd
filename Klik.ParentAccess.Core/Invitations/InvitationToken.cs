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
    public static InvitationToken For(Guid invitationId, PersonalData personalData) =>
        new(invitationId, SignedText.Make(Purpose, invitationId.ToByteArray(bigEndian: true), personalData));

    /// <summary>Reads a secret, or a whole link that ends in one, and checks that it was made with this school's key.</summary>
    /// <returns>False when it was not; the store need not be asked.</returns>
    public static bool TryRead(string? text, PersonalData personalData, [NotNullWhen(true)] out InvitationToken? token)
    {
        text = SignedText.AfterHash(text);
        token = SignedText.TryRead(Purpose, text, IdLength, personalData, out var id) ? new InvitationToken(new Guid(id, bigEndian: true), text) : null;
        return token is not null;
    }

    /// <summary>Hidden, so that a secret never reaches a log by being formatted.</summary>
    public override string ToString() => $"(token of invitation {InvitationId})";
}
