namespace Klik.ParentAccess.Core.Keys;

/// <summary>The file with the master keys cannot be used; what it holds is in no message.</summary>
/// <param name="fileName">The file's name, without its folder.</param>
public sealed class KeyRingException(string fileName)
    : Exception($"{fileName} cannot be read as keys with a version (1 to 255) and a secret (32 bytes or more in base64).");
