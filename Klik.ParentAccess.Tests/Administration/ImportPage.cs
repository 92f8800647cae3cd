using System.IO.Compression;
using System.Net;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.StudentRecords.Import;

namespace Klik.ParentAccess.Tests.Administration;

/// <summary>What an administrator of the portal does on the page of the import.</summary>
internal static class ImportPage
{
    /// <summary>The page.</summary>
    public const string Path = "/admin/import";

    /// <summary>What files of users alone say of themselves.</summary>
    public const string Manifest = """
        propertyName,value
        manifest.version,1.0
        oneroster.version,1.1
        file.academicSessions,absent
        file.categories,absent
        file.classes,absent
        file.classResources,absent
        file.courses,absent
        file.courseResources,absent
        file.demographics,absent
        file.enrollments,absent
        file.lineItems,absent
        file.orgs,absent
        file.resources,absent
        file.results,absent
        file.users,bulk

        """;

    /// <summary>The files of some users.</summary>
    /// <param name="rows">A row each.</param>
    public static (string, string)[] Users(params IEnumerable<string> rows) =>
        [("manifest.csv", Manifest), ("users.csv", $"{ImportFolder.UsersHeader}\n{string.Join('\n', rows)}\n")];

    /// <summary>A zip file.</summary>
    public static byte[] Zip(params (string Name, string Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Uploads a zip file.</summary>
    /// <param name="administrator">Who does.</param>
    /// <param name="zip">The file.</param>
    /// <param name="field">Another field of the form.</param>
    /// <param name="tokenOf">A page with the form's token; when it is none, the page of the import.</param>
    public static async Task<HttpResponseMessage> UploadAsync(
        this Visitor administrator, byte[] zip, (string Name, string Value)? field = null, VisitedPage? tokenOf = null)
    {
        var page = tokenOf ?? await administrator.OpenAsync(Path);
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        if (field is { } more)
        {
            form.Add(new StringContent(more.Value), more.Name);
        }

        form.Add(new ByteArrayContent(zip), "file", "export.zip");
        return await administrator.RequestAsync(HttpMethod.Post, Path, form);
    }

    /// <summary>Uploads a zip file, and waits for its report.</summary>
    public static async Task<VisitedPage> ImportAsync(this Visitor administrator, byte[] zip)
    {
        using var response = await administrator.UploadAsync(zip);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        return await administrator.EndedAsync();
    }

    /// <summary>Waits until no import runs.</summary>
    public static Task<VisitedPage> EndedAsync(this Visitor administrator) => Eventually.FindAsync(async () =>
        await administrator.OpenAsync(Path) is var page && page.Text.Contains("An import is running", StringComparison.Ordinal) ? null : page);
}
