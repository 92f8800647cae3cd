using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.OwnAccounts;

namespace Klik.Portal.Storage;

/// <summary>The longest values of columns, in characters. PostgreSQL enforces them; SQLite ignores lengths.</summary>
internal static class ColumnLength
{
    public const int SchoolId = 40;

    public const int StudentId = Klik.ParentAccess.Core.Students.StudentId.MaxLength;

    /// <summary>An identifier in the school's own system.</summary>
    public const int SourceId = 255;

    /// <summary>A <see cref="SourceId"/> with a letter and a colon before it.</summary>
    public const int CatalogueId = SourceId + 2;

    /// <summary>A title, name or word of a student record.</summary>
    public const int ShortText = 200;

    /// <summary>A report or remark of a student record.</summary>
    public const int LongText = 10_000;

    /// <summary>A web address, with room for what is escaped in it.</summary>
    public const int WebAddress = 6_000;

    public const int AccountId = 36;

    /// <summary>A user name is a person's name with perhaps a number behind it.</summary>
    public const int UserName = PersonName.MaxLength + 20;

    public const int Address = EmailAddress.MaxLength;

    public const int AddressHash = 48;

    public const int CodeHash = 48;

    public const int SessionHash = 43;

    /// <summary>What <see cref="ParentAccess.Core.Throttling.AttemptKey"/> allows.</summary>
    public const int AttemptKey = 100;

    /// <summary>Version, nonce, up to 254 characters of up to four bytes, tag; in base64url.</summary>
    public const int ProtectedText = 1400;

    public const int Language = 35;

    public const int Issuer = 500;

    public const int Subject = 255;

    public const int PasswordHash = 200;

    public const int CredentialId = Passkey.MaxCredentialIdLength;

    public const int PublicKey = Passkey.MaxPublicKeyLength;

    public const int StudentName = 255;

    public const int UserNameOfStudent = 255;
}
