using System.Reflection;

namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>
/// Where each column stands in one file, read forgivingly: any order and case, with blanks, underscores or hyphens, and the
/// misspellings that exports are known for. A column spelt as the specification spells it goes before a misspelt one.
/// </summary>
internal sealed class Header
{
    private static readonly Dictionary<string, string> Known = typeof(Columns)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!)
        .ToDictionary(Letters, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Misspelt = new(StringComparer.Ordinal)
    {
        ["id"] = Columns.SourcedId,
        ["guid"] = Columns.SourcedId,
        ["sourcedidentifier"] = Columns.SourcedId,
        ["sourcesid"] = Columns.SourcedId,
        ["sourceid"] = Columns.SourcedId,
        ["lastmodified"] = Columns.DateLastModified,
        ["datelastmodifed"] = Columns.DateLastModified,
        ["datemodified"] = Columns.DateLastModified,
        ["enabled"] = Columns.EnabledUser,
        ["isenabled"] = Columns.EnabledUser,
        ["userenabled"] = Columns.EnabledUser,
        ["enableuser"] = Columns.EnabledUser,
        ["firstname"] = Columns.GivenName,
        ["lastname"] = Columns.FamilyName,
        ["surname"] = Columns.FamilyName,
        ["login"] = Columns.UserName,
        ["emailaddress"] = Columns.Email,
        ["mail"] = Columns.Email,
        ["dateofbirth"] = Columns.BirthDate,
        ["birthday"] = Columns.BirthDate,
        ["dob"] = Columns.BirthDate,
        ["birthdate"] = Columns.BirthDate,
        ["roles"] = Columns.Role,
        ["grade"] = Columns.Grades,
        ["isprimary"] = Columns.Primary,
        ["startdate"] = Columns.BeginDate,
        ["gradingperiodssourcedid"] = Columns.GradingPeriodSourcedId,
        ["catagorysourcedid"] = Columns.CategorySourcedId,
        ["resultstatus"] = Columns.ScoreStatus,
        ["resultscore"] = Columns.Score,
        ["resultdate"] = Columns.ScoreDate,
        ["comments"] = Columns.Comment,
        ["scorecomment"] = Columns.Comment,
        ["resultminvalue"] = Columns.ResultValueMin,
        ["resultmaxvalue"] = Columns.ResultValueMax,
        ["url"] = Columns.Address,
    };

    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    private Header(int count) => Count = count;

    /// <summary>How many columns the file has.</summary>
    public int Count { get; }

    /// <summary>Reads the header row of a file.</summary>
    /// <exception cref="BrokenImportException">A column is missing or there twice.</exception>
    public static Header Read(IReadOnlyList<string> cells, FileKind kind)
    {
        var header = new Header(cells.Count);
        for (var i = 0; i < cells.Count; i++)
        {
            if (Known.TryGetValue(Letters(cells[i]), out var column) && !header._indexes.TryAdd(column, i))
            {
                throw new BrokenImportException(BrokenReason.DuplicateColumn, kind.FileName, column);
            }
        }

        for (var i = 0; i < cells.Count; i++)
        {
            if (Guess(Letters(cells[i])) is { } column)
            {
                header._indexes.TryAdd(column, i);
            }
        }

        var missing = kind.Required.FirstOrDefault(column => !header.Has(column));
        return missing is null ? header : throw new BrokenImportException(BrokenReason.MissingColumn, kind.FileName, missing);
    }

    /// <summary>Whether the file has a column.</summary>
    public bool Has(string column) => _indexes.ContainsKey(column);

    /// <summary>Where a column stands, or -1.</summary>
    public int IndexOf(string column) => _indexes.GetValueOrDefault(column, -1);

    private static string? Guess(string letters)
    {
        if (Misspelt.TryGetValue(letters, out var column))
        {
            return column;
        }

        // orgSourceId, sourced_ids, classSourcedIdentifier: the commonest slips are in the ending.
        var mended = letters.Replace("sourceid", "sourcedid", StringComparison.Ordinal).Replace("sourcedidentifier", "sourcedid", StringComparison.Ordinal);
        return Known.GetValueOrDefault(mended)
            ?? (mended.EndsWith("sourcedids", StringComparison.Ordinal) ? Known.GetValueOrDefault(mended[..^1]) : null)
            ?? (mended.EndsWith("id", StringComparison.Ordinal) && !mended.EndsWith("sourcedid", StringComparison.Ordinal)
                ? Known.GetValueOrDefault(mended[..^2] + "sourcedid")
                : null);
    }

    private static string Letters(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
