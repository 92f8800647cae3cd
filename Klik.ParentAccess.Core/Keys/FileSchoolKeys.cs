using System.Security.Cryptography;
using System.Text;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;

namespace Klik.ParentAccess.Core.Keys;

/// <summary>The present school's keys, derived from the master keys, so that no school can read what is another's.</summary>
public sealed class FileSchoolKeys(KeyRing ring, ICurrentSchool currentSchool) : ISchoolKeys
{
    private static readonly byte[] Purpose = "school-key"u8.ToArray();

    private IReadOnlyList<SchoolKey>? _versions;

    /// <inheritdoc/>
    public IReadOnlyList<SchoolKey> Versions => _versions ??= [.. ring.Masters.Select(Derive)];

    private SchoolKey Derive(SchoolKey master)
    {
        var salt = Encoding.UTF8.GetBytes(currentSchool.School.Id.Value);
        return new SchoolKey(master.Version, HKDF.DeriveKey(HashAlgorithmName.SHA256, master.Secret.ToArray(), 32, salt, Purpose));
    }
}
