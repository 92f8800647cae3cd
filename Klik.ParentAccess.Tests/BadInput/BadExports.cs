using System.IO.Compression;
using System.Text;
using Klik.ParentAccess.Tests.StudentRecords.Import;

namespace Klik.ParentAccess.Tests.BadInput;

/// <summary>Makes zip files that are no honest export: rows, headers, encodings, archives and names of files, the same for the
/// same number.</summary>
internal sealed class BadExports : IDisposable
{
    private static readonly string[] Names =
    [
        "../users.csv", "..\\users.csv", "/users.csv", "C:\\users.csv", "a/../../users.csv", "users.csv/", "USERS.CSV", "users.csv\0.txt", "./users.csv", ".users.csv", "__MACOSX/users.csv", "a//users.csv",
        "CON.csv", "users.csv:stream", "\u202Evsc.sresu", "users.csv ", "ｕｓｅｒｓ.csv", "~/users.csv", "users\r\n.csv",
    ];

    private readonly ImportFolder _folder = ImportFolder.SmallSchool().WithOwnFiles().With("manifest.csv", "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.users,bulk\nfile.results,bulk\n");
    private readonly IReadOnlyList<(string Name, byte[] Bytes)> _files;

    public BadExports() => _files = [.. Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))];

    public byte[] Make(int number)
    {
        var dice = new Dice(number);
        var spoiler = new Spoiler(dice);
        var files = _files.ToList();
        for (var i = 1 + dice.Below(3); i > 0; i--)
        {
            var at = dice.Below(files.Count);
            files[at] = dice.Below(10) switch
            {
                < 5 => (files[at].Name, Cell(files[at].Bytes, dice, spoiler)),
                < 7 => (files[at].Name, spoiler.Spoil(files[at].Bytes)),
                7 => (files[at].Name, Encode(files[at].Bytes, dice)),
                8 => (dice.Percent(50) ? dice.OneOf(Names) : spoiler.Spoil(files[at].Name), files[at].Bytes),
                _ => (files[at].Name, Long(files[at].Bytes, dice)),
            };
        }

        if (dice.Percent(10))
        {
            files.RemoveAt(dice.Below(files.Count));
        }

        if (dice.Percent(5))
        {
            files.Add((dice.OneOf(_files).Name, spoiler.Spoil(dice.OneOf(_files).Bytes)));
        }

        var zip = Pack(files, dice);
        return dice.Percent(20) ? spoiler.Spoil(zip) : zip;
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Cell(byte[] bytes, Dice dice, Spoiler spoiler)
    {
        var rows = Encoding.UTF8.GetString(bytes).Split('\n');
        var row = dice.Below(rows.Length);
        var cells = rows[row].Split(',');
        var cell = dice.Below(cells.Length);
        var spoilt = spoiler.Spoil(cells[cell]);
        cells[cell] = dice.Percent(50) ? $"\"{spoilt.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : spoilt;
        rows[row] = string.Join(',', cells);
        return Encoding.UTF8.GetBytes(string.Join('\n', rows));
    }

    private static byte[] Encode(byte[] bytes, Dice dice)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return dice.Below(5) switch
        {
            0 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            1 => Encoding.BigEndianUnicode.GetBytes(text),
            2 => Encoding.Latin1.GetBytes(text.Replace("Vries", "Vriës", StringComparison.Ordinal)),
            3 => Encoding.UTF32.GetBytes(text),
            _ => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetPreamble(), .. bytes],
        };
    }

    /// <summary>A row too long, many rows the same, or a zip bomb: megabytes of one letter.</summary>
    private static byte[] Long(byte[] bytes, Dice dice) => dice.Below(20) switch
    {
        0 => [.. bytes, .. Enumerable.Repeat((byte)'a', 20 * 1024 * 1024)],
        < 5 => [.. bytes, .. Enumerable.Repeat((byte)'"', 1 << dice.Below(19))],
        < 10 => [.. bytes, .. Enumerable.Repeat((byte)',', 1 << dice.Below(17))],
        _ => [.. Enumerable.Repeat(bytes, 1 + dice.Below(30)).SelectMany(part => part)],
    };

    private static byte[] Pack(List<(string Name, byte[] Bytes)> files, Dice dice)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            if (dice.Percent(2))
            {
                for (var i = 0; i < 1_500; i++)
                {
                    archive.CreateEntry($"{i}.csv");
                }
            }

            foreach (var (name, bytes) in files)
            {
                var entry = archive.CreateEntry(name.Length == 0 ? "?" : name, dice.Percent(80) ? CompressionLevel.Fastest : CompressionLevel.NoCompression);
                entry.LastWriteTime = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
                using var file = entry.Open();
                file.Write(bytes);
            }
        }

        return memory.ToArray();
    }
}
