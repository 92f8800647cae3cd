using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Services.Storage;

/// <summary>The longest values of columns, in characters.</summary>
internal static class ColumnLength
{
    /// <summary>A GUID as text, or an Orchard id.</summary>
    public const int Id = 36;

    public const int LoginHash = 48;

    /// <summary>What Orchard gives a user name in its own index.</summary>
    public const int UserName = 255;

    public const int AddressHash = 48;

    public const int CodeHash = 48;

    /// <summary>What <see cref="Core.Throttling.AttemptKey"/> allows.</summary>
    public const int AttemptKey = 100;

    /// <summary>Version, nonce, up to 254 characters of up to four bytes, tag; in base64url.</summary>
    public const int ProtectedText = 1400;

    public const int Language = 35;

    public const int PasswordHash = 200;

    /// <summary>The tenant as a school.</summary>
    public const int SchoolId = 40;

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

    /// <summary>A name, title or user name of a student.</summary>
    public const int StudentText = 255;

    public const int StudentDisplayName = 3 * StudentText;

    public const int Address = EmailAddress.MaxLength;
}
