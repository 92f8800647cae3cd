using System.Reflection;
using Klik.ParentAccess.Web.Localization.Po;

namespace Klik.ParentAccess.Web.Localization;

/// <summary>Finds the files with texts: those in this assembly, those in the host's, then those of the host's folder.</summary>
internal static class TextFiles
{
    private const string Extension = ".po";

    /// <exception cref="PoFormatException">A file cannot be used.</exception>
    public static IEnumerable<PoFile> Read(IEnumerable<Assembly> assemblies, string folder) =>
        assemblies.Prepend(typeof(TextFiles).Assembly).Distinct().SelectMany(EmbeddedIn).Concat(InFolder(folder));

    /// <exception cref="PoFormatException">A file cannot be used.</exception>
    public static IEnumerable<PoFile> EmbeddedIn(Assembly assembly)
    {
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(Extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var content = assembly.GetManifestResourceStream(name)!;
            yield return PoFile.Read(name, content);
        }
    }

    private static IEnumerable<PoFile> InFolder(string folder)
    {
        var paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + Extension) : [];
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            using var content = File.OpenRead(path);
            yield return PoFile.Read(path, content);
        }
    }
}
