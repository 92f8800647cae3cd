using Klik.ParentAccess.Core.Jobs;

namespace Klik.ParentAccess.Core.Letters.Jobs;

/// <summary>Where PDFs of letters wait to be downloaded: readable by the host's own account alone, for the codes are in them.</summary>
/// <param name="path">The folder's full path; it is made when it is needed.</param>
public sealed class LetterJobFolder(string path)
{
    private const string Extension = ".pdf";

    /// <summary>Removes what earlier processes left behind.</summary>
    public void Clear()
    {
        if (!Directory.Exists(path))
        {
            return;
        }

        foreach (var left in Directory.EnumerateFiles(path, "*" + Extension))
        {
            File.Delete(left);
        }
    }

    /// <summary>Makes the file of a PDF.</summary>
    internal FileStream Create(Guid id) => PrivateFile.Create(PathOf(id));

    /// <summary>Opens a PDF.</summary>
    /// <returns>Null when it is gone.</returns>
    internal FileStream? Open(Guid id)
    {
        try
        {
            // Whoever is downloading it gets the whole of it, though it is deleted meanwhile.
            return new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, useAsync: true);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Removes a PDF, if it is there.</summary>
    internal void Remove(Guid id)
    {
        if (Directory.Exists(path))
        {
            File.Delete(PathOf(id));
        }
    }

    private string PathOf(Guid id) => Path.Combine(path, id.ToString("N") + Extension);
}
