using System.CommandLine;
using Klik.ParentAccess.Core.OneRoster;
using Klik.ParentAccess.Core.StudentRecords.Import;
using Spectre.Console;

namespace Klik.Portal.Commands;

/// <summary><c>import PATH --school ID</c>: fills a school's students and student records.</summary>
internal static class ImportCommand
{
    private const int Imported = 0;
    private const int Broken = 1;

    public static Command Create(IAnsiConsole console, string[] settings)
    {
        var command = new Command("import", "Reads a OneRoster 1.1 or 1.2 CSV folder or zip file, with our own files beside it.");
        var path = new Argument<string>("path") { Description = "The folder or zip file." };
        command.Arguments.Add(path);
        var school = new SchoolOptions(command);
        command.SetAction((arguments, cancellationToken) => RunAsync(console, settings, arguments.GetRequiredValue(path), arguments, school, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IAnsiConsole console, string[] settings, string path, ParseResult arguments, SchoolOptions options, CancellationToken cancellationToken)
    {
        await using var host = await CommandHost.StartAsync(settings, cancellationToken);
        var school = await options.FindAsync(arguments, host, cancellationToken);
        using var source = OneRosterSource.FromPath(path);
        var result = await ImportProgressDisplay.RunAsync(
            console,
            progress => host.AskAsync(school, (ImportStudentRecords import) => import.ExecuteAsync(source, progress, cancellationToken)));
        if (result is ImportResult.Imported imported)
        {
            // Only now: a broken file makes no school either.
            await host.Schools.CreateAsync(school, cancellationToken);
            ImportReport.Write(console, school, imported);
            return Imported;
        }

        ImportReport.Write(console, (ImportResult.Broken)result);
        return Broken;
    }
}
