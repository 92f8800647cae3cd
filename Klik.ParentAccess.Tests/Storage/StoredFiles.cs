using System.Text;

namespace Klik.ParentAccess.Tests.Storage;

/// <summary>The files that a host writes, read as they are.</summary>
internal static class StoredFiles
{
    /// <summary>The files below a folder, databases and their journals among them, with a text in them in any usual encoding.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="text">The text.</param>
    /// <param name="except">How the names of files end that are none of the host's own.</param>
    public static IEnumerable<string> With(string folder, string text, string? except = null)
    {
        byte[][] needles = [Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text), Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('='))];
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => except is null || !file.EndsWith(except, StringComparison.Ordinal)))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            var content = copy.GetBuffer().AsSpan(0, (int)copy.Length);
            foreach (var needle in needles)
            {
                if (content.IndexOf(needle) >= 0)
                {
                    yield return file;
                    break;
                }
            }
        }
    }
}
