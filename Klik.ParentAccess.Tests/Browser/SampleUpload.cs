using System.IO.Compression;
using System.Text;

namespace Klik.ParentAccess.Tests.Browser;

/// <summary>What an administrator uploads.</summary>
internal static class SampleUpload
{
    private const string Files = "academicSessions categories classes classResources courses courseResources demographics enrollments lineItems orgs resources results";

    private const string Columns = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password";

    /// <summary>A student, and more refused rows than fit on a page.</summary>
    public static byte[] WithRefusedRows => Zip(Columns + "\ns1,,,true,,student,fleur,,Fleur,Boomgaard,,,,,,,,\n" + string.Concat(Enumerable.Repeat(",,,true,,student,,,,,,,,,,,,\n", 60)));

    /// <summary>A file without the columns that it must have.</summary>
    public static byte[] Broken => Zip("sourcedId,role\ns2,student\n");

    private static byte[] Zip(string users)
    {
        var manifest = new StringBuilder("propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.users,bulk\n");
        foreach (var file in Files.Split(' '))
        {
            manifest.Append("file.").Append(file).Append(",absent\n");
        }

        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in new[] { ("manifest.csv", manifest.ToString()), ("users.csv", users) })
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
