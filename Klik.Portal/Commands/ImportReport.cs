using System.Globalization;
using Klik.ParentAccess.Core.OneRoster;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.StudentRecords.Import;
using Spectre.Console;

namespace Klik.Portal.Commands;

/// <summary>Says how an import ended: never a value from a file, which is personal.</summary>
internal static class ImportReport
{
    public static void Write(IAnsiConsole console, School school, ImportResult.Imported result)
    {
        foreach (var refusal in result.Refusals)
        {
            WriteLine(console, $"{refusal.File} line {refusal.Line}: {refusal.Reason.Sentence()}{(refusal.Column is { } column ? $" ({column})" : "")}");
        }

        if (result.Refused > result.Refusals.Count)
        {
            WriteLine(console, $"and {result.Refused - result.Refusals.Count} more refused rows.");
        }

        foreach (var file in result.Files)
        {
            WriteLine(console, $"{file.Name}: {file.Read} read, {file.Entries.Added} added, {file.Entries.Changed} changed, {file.Entries.Removed} removed, {file.Entries.Unchanged} unchanged, {file.Refused} refused, {file.Ignored} not needed");
        }

        WriteLine(console, $"Not stored: {result.Parents} parents (consent is the student's), {result.Staff} staff.");
        WriteLine(console, $"School {school.Id}: {result.Read} rows read, {result.Changed} changed, {result.Refused} refused.");
    }

    public static void Write(IAnsiConsole console, ImportResult.Broken result) =>
        WriteLine(console, $"Nothing was changed. {(result.File is { } file ? file + ": " : "")}{result.Reason.Sentence()}{(result.Column is { } column ? $" ({column})" : "")}");

    private static void WriteLine(IAnsiConsole console, FormattableString line) => console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
