namespace Klik.ParentAccess.Tests.StudentRecords.Import;

/// <summary>Real input that is kept beside the repository.</summary>
internal static class SharedData
{
    public static string Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip($"shared/data/{file} is not beside the repository.");
        return "";
    }
}
