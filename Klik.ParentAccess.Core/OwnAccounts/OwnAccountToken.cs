using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using Klik.ParentAccess.Core.Privacy;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>
/// The secret in a mail about an own account (rule P2): the account's id and the moment, with a 256-bit authentication code under
/// the school's key. Derived when the mail is made, so that no database, outbox or log ever holds it.
/// </summary>
internal sealed record OwnAccountToken
{
    private const int IdLength = 16;
    private const int MomentLength = 8;
    private const int MessageLength = IdLength + MomentLength;

    private OwnAccountToken(Guid ownAccountId, DateTimeOffset issuedAt, string text)
    {
        OwnAccountId = ownAccountId;
        IssuedAt = issuedAt;
        Text = text;
    }

    /// <summary>Whose secret it is.</summary>
    public Guid OwnAccountId { get; }

    /// <summary>When the mail was asked for.</summary>
    public DateTimeOffset IssuedAt { get; }

    /// <summary>The secret as it stands after the <c>#</c> of the link.</summary>
    public string Text { get; }

    /// <summary>How long a secret is good for.</summary>
    public static TimeSpan LifetimeOf(OwnAccountTokenPurpose purpose) =>
        purpose == OwnAccountTokenPurpose.ResetPassword ? TimeSpan.FromHours(1) : EraseOwnAccounts.UnconfirmedLifetime;

    /// <summary>Makes the secret.</summary>
    public static OwnAccountToken For(OwnAccountTokenPurpose purpose, Guid ownAccountId, DateTimeOffset issuedAt, PersonalData personalData)
    {
        ArgumentNullException.ThrowIfNull(personalData);
        Span<byte> message = stackalloc byte[MessageLength];
        ownAccountId.TryWriteBytes(message, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(message[IdLength..], issuedAt.UtcTicks);
        return new OwnAccountToken(ownAccountId, issuedAt, SignedText.Make(NameOf(purpose), message, personalData));
    }

    /// <summary>Reads a secret, or a whole link that ends in one, and checks that it was made with this school's key for this
    /// purpose, and not too long ago.</summary>
    /// <returns>False when it was not; the store need not be asked.</returns>
    public static bool TryRead(
        OwnAccountTokenPurpose purpose, string? text, PersonalData personalData, DateTimeOffset now, [NotNullWhen(true)] out OwnAccountToken? token)
    {
        ArgumentNullException.ThrowIfNull(personalData);
        token = null;
        text = SignedText.AfterHash(text);
        if (!SignedText.TryRead(NameOf(purpose), text, MessageLength, personalData, out var message))
        {
            return false;
        }

        var issuedAt = new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(message.AsSpan(IdLength)), TimeSpan.Zero);
        if (issuedAt + LifetimeOf(purpose) <= now)
        {
            return false;
        }

        token = new OwnAccountToken(new Guid(message.AsSpan(0, IdLength), bigEndian: true), issuedAt, text);
        return true;
    }

    /// <summary>Hidden, so that a secret never reaches a log by being formatted.</summary>
    public override string ToString() => $"(token of own account {OwnAccountId})";

    private static string NameOf(OwnAccountTokenPurpose purpose) => purpose switch
    {
        OwnAccountTokenPurpose.ConfirmAddress => "own-account-confirmation",
        OwnAccountTokenPurpose.ResetPassword => "own-account-reset",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };
}
