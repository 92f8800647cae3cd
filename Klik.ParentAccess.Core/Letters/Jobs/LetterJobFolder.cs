using Klik.ParentAccess.Core.Jobs;
using Klik.ParentAccess.Core.Schools;

namespace Klik.ParentAccess.Core.Letters.Jobs;

/// <summary>
/// Where PDFs of letters wait to be downloaded, with a note for each school that says how its PDF stands. Readable by the host's own
/// account alone, for the codes are in them. Several processes may share it.
/// </summary>
/// <param name="path">The folder's full path; it is made when it is needed.</param>
public sealed class LetterJobFolder(string path)
{
    /// <summary>How the name of a note ends while it is being written.</summary>
    internal const string HalfNote = Note + ".new";

    private const string Pdf = ".pdf";
    private const string Note = ".json";

    /// <summary>Makes the file of a PDF.</summary>
    internal FileStream Create(SchoolId school, Guid id) => PrivateFile.Create(PathOf(school, id));

    /// <summary>Opens a PDF.</summary>
    /// <returns>Null when it is gone.</returns>
    internal FileStream? Open(SchoolId school, Guid id)
    {
        try
        {
            // Whoever is downloading it gets the whole of it, though it is deleted meanwhile.
            return new FileStream(PathOf(school, id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, useAsync: true);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>What is known of a school's latest PDF; null when there is none.</summary>
    internal LetterJobNote? Read(SchoolId school)
    {
        try
        {
            return LetterJobNote.Read(File.ReadAllBytes(PathOf(school)));
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Says how a school's latest PDF stands.</summary>
    internal void Write(SchoolId school, LetterJobNote note)
    {
        // Whoever reads meanwhile reads the former one, and never half of this one.
        var file = Path.Combine(path, Path.GetRandomFileName() + HalfNote);
        try
        {
            using (var stream = PrivateFile.Create(file))
            {
                stream.Write(note.ToBytes());
            }

            File.Move(file, PathOf(school), overwrite: true);
        }
        catch
        {
            File.Delete(file);
            throw;
        }
    }

    /// <summary>Removes all that there is of a school.</summary>
    internal void Remove(SchoolId school)
    {
        if (Directory.Exists(path))
        {
            File.Delete(PathOf(school));
            RemoveAllBut(school, null);
        }
    }

    /// <summary>Removes a PDF, if it is there.</summary>
    internal void Remove(SchoolId school, Guid id)
    {
        if (Directory.Exists(path))
        {
            File.Delete(PathOf(school, id));
        }
    }

    /// <summary>Removes a school's PDFs but one.</summary>
    internal void RemoveAllBut(SchoolId school, Guid? id)
    {
        foreach (var file in Directory.EnumerateFiles(path, $"{school}.*{Pdf}").Where(file => id is null || file != PathOf(school, id.Value)))
        {
            File.Delete(file);
        }
    }

    /// <summary>Removes notes that were begun before a moment and never became one: whoever wrote them is gone.</summary>
    internal void RemoveHalfNotes(DateTimeOffset before)
    {
        if (Directory.Exists(path))
        {
            foreach (var file in Directory.EnumerateFiles(path, $"*{HalfNote}").Where(file => File.GetLastWriteTimeUtc(file) <= before.UtcDateTime))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>The schools of which something is here.</summary>
    internal IReadOnlyList<SchoolId> Schools() => !Directory.Exists(path)
        ? []
        : [.. Directory.EnumerateFiles(path).Select(SchoolOf).OfType<SchoolId>().Distinct()];

    private static SchoolId? SchoolOf(string file) =>
        Path.GetExtension(file) is Pdf or Note && SchoolId.TryParse(Path.GetFileName(file).Split('.')[0], out var school) ? school : null;

    private string PathOf(SchoolId school) => Path.Combine(path, school + Note);

    private string PathOf(SchoolId school, Guid id) => Path.Combine(path, $"{school}.{id:N}{Pdf}");
}
