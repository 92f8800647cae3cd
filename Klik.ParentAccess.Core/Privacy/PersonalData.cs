using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Core.Privacy;

/// <summary>
/// Hashes and encrypts what is personal with the present school's key, so that the database alone tells neither names nor
/// addresses of parents (rule I13), and makes secrets that need not be stored.
/// </summary>
public sealed class PersonalData(ISchoolKeys keys)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>The hash that a newly stored address is known by.</summary>
    /// <param name="address">An address that a student typed; case is ignored.</param>
    public AddressHash HashTyped(EmailAddress address) => Hash(keys.Versions[0], address.Normalized);

    /// <summary>The hashes, one a key version, that a stored address may be known by.</summary>
    /// <param name="address">An address that a student typed; case is ignored.</param>
    public IReadOnlyList<AddressHash> HashesOfTyped(EmailAddress address) => Hashes(address.Normalized);

    /// <summary>The hashes that a stored address may be known by, for an address that a provider claims: letter by letter,
    /// because an address in another case is a claim about another string (rule P1).</summary>
    public IReadOnlyList<AddressHash> HashesOfClaimed(EmailAddress address) => Hashes(address.Value);

    /// <summary>The hash that a newly stored external account is known by.</summary>
    public LoginHash HashLogin(string issuer, string subject) => new(Hash(keys.Versions[0], Purpose.LoginHash, LoginText(issuer, subject)));

    /// <summary>The hashes, one a key version, that a stored external account may be known by.</summary>
    public IReadOnlyList<LoginHash> HashesOfLogin(string issuer, string subject) =>
        [.. keys.Versions.Select(key => new LoginHash(Hash(key, Purpose.LoginHash, LoginText(issuer, subject))))];

    /// <summary>Encrypts a text for the store.</summary>
    public ProtectedText Protect(string text)
    {
        var key = keys.Versions[0];
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedBytes = new byte[1 + NonceLength + plain.Length + TagLength];
        sealedBytes[0] = key.Version;
        var nonce = sealedBytes.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Derive(key, Purpose.Encryption), TagLength);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(1 + NonceLength, plain.Length), sealedBytes.AsSpan(1 + NonceLength + plain.Length), [key.Version]);
        return new ProtectedText(Base64Url.EncodeToString(sealedBytes));
    }

    /// <summary>Decrypts a text from the store.</summary>
    /// <exception cref="CryptographicException">The text was tampered with, or the key it was made with is gone.</exception>
    public string Unprotect(ProtectedText text)
    {
        var sealedBytes = Base64Url.DecodeFromChars(text.Value);
        if (sealedBytes.Length < 1 + NonceLength + TagLength)
        {
            throw new CryptographicException("A protected text is too short.");
        }

        var key = keys.Versions.FirstOrDefault(candidate => candidate.Version == sealedBytes[0])
            ?? throw new CryptographicException($"Key version {sealedBytes[0]} is not there.");
        var plain = new byte[sealedBytes.Length - 1 - NonceLength - TagLength];
        using var aes = new AesGcm(Derive(key, Purpose.Encryption), TagLength);
        aes.Decrypt(
            sealedBytes.AsSpan(1, NonceLength),
            sealedBytes.AsSpan(1 + NonceLength, plain.Length),
            sealedBytes.AsSpan(1 + NonceLength + plain.Length),
            plain,
            [key.Version]);
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>A message authentication code under the newest key, for a secret that is derived and never stored.</summary>
    /// <param name="purpose">What the code is for; codes of two purposes never agree.</param>
    /// <param name="message">What it is about.</param>
    internal (byte KeyVersion, byte[] Code) Authenticate(string purpose, ReadOnlySpan<byte> message) =>
        (keys.Versions[0].Version, HMACSHA256.HashData(Derive(keys.Versions[0], purpose), message));

    /// <summary>A message authentication code under the key version named.</summary>
    /// <returns>Null when that version is gone.</returns>
    internal byte[]? Authenticate(string purpose, byte keyVersion, ReadOnlySpan<byte> message) =>
        keys.Versions.FirstOrDefault(candidate => candidate.Version == keyVersion) is { } key
            ? HMACSHA256.HashData(Derive(key, purpose), message)
            : null;

    /// <summary>The version of the newest key.</summary>
    internal byte NewestKeyVersion => keys.Versions[0].Version;

    /// <summary>Whether there are others, so that something may be stored under them.</summary>
    internal bool HasOlderKeys => keys.Versions.Count > 1;

    /// <summary>Whether a text was encrypted with the newest key.</summary>
    internal bool IsUnderNewestKey(ProtectedText text) =>
        text.Value.Length >= ProtectedText.BeginningLength
        && ProtectedText.BeginningsUnder(NewestKeyVersion).Contains(text.Value[..ProtectedText.BeginningLength]);

    /// <summary>The hashes of a text, one a key version, the newest first: what something stored is matched by.</summary>
    /// <param name="purpose">What the text is; hashes of two purposes never agree.</param>
    /// <param name="text">The text, matched letter by letter.</param>
    internal IReadOnlyList<string> Hashes(string purpose, string text) => [.. keys.Versions.Select(key => Hash(key, purpose, text))];

    /// <summary>Whether a code was made by <see cref="Authenticate(string, ReadOnlySpan{byte})"/> with the key version named.</summary>
    internal bool IsAuthentic(string purpose, byte keyVersion, ReadOnlySpan<byte> message, ReadOnlySpan<byte> code)
    {
        var key = keys.Versions.FirstOrDefault(candidate => candidate.Version == keyVersion);
        return key is not null && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Derive(key, purpose), message), code);
    }

    private AddressHash[] Hashes(string address) => [.. keys.Versions.Select(key => Hash(key, address))];

    private static AddressHash Hash(SchoolKey key, string address) => new(Hash(key, Purpose.AddressHash, address));

    private static string Hash(SchoolKey key, string purpose, string text) =>
        $"{key.Version}.{Base64Url.EncodeToString(HMACSHA256.HashData(Derive(key, purpose), Encoding.UTF8.GetBytes(text)))}";

    // An issuer is an address and has no line end in it, so that no two pairs make one text.
    private static string LoginText(string issuer, string subject) => $"{issuer}\n{subject}";

    private static byte[] Derive(SchoolKey key, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Secret.ToArray(), 32, info: Encoding.UTF8.GetBytes(purpose));

    private static class Purpose
    {
        public const string AddressHash = "address-hash";
        public const string LoginHash = "login-hash";
        public const string Encryption = "encryption";
    }
}
