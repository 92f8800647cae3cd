using Klik.ParentAccess.Core.StudentRecords.Jobs;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Administration.Import;

/// <summary>The form that a file is uploaded with, and its limits.</summary>
public static class ImportUpload
{
    /// <summary>The field with the zip file.</summary>
    public const string FileField = "file";
    /// <summary>The field that says whether the page is to reload by itself.</summary>
    public const string FollowField = "follow";

    /// <summary>The most megabytes (of 1,024 kilobytes) that a file may have.</summary>
    public const long MaxMegabytes = ImportJobs.LongestUpload / (1024 * 1024);

    /// <summary>The most bytes of the whole request: the file and the little around it.</summary>
    public const long MaxRequestBytes = ImportJobs.LongestUpload + (64 * 1024);

    /// <summary>What is wrong with a file, as far as can be seen from its size and its first bytes.</summary>
    internal static ImportUploadProblem? ProblemOf(IFormFile? file)
    {
        if (file is null or { Length: 0 })
        {
            return ImportUploadProblem.Missing;
        }

        return IsZip(file) ? null : ImportUploadProblem.NotAZip;
    }

    private static bool IsZip(IFormFile file)
    {
        Span<byte> start = stackalloc byte[2];
        using var content = file.OpenReadStream();
        return content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("PK"u8);
    }
}
