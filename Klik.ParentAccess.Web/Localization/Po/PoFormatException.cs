namespace Klik.ParentAccess.Web.Localization.Po;

/// <summary>A file with texts that cannot be used; the message begins with the file's name and line.</summary>
internal sealed class PoFormatException(string file, int line, string problem) : Exception($"{file}({line}): {problem}")
{
    /// <summary>The file as it was named when it was read.</summary>
    public string File { get; } = file;

    /// <summary>The line of the problem, counted from 1.</summary>
    public int Line { get; } = line;
}
