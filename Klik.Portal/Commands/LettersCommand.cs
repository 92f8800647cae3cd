using System.CommandLine;
using Klik.ParentAccess.Core.Jobs;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Schools;
using Klik.Portal.Letters;
using Spectre.Console;

namespace Klik.Portal.Commands;

/// <summary><c>letters --school ID [--class C] --out FILE.pdf</c>: makes parent letters, or prints them again (rule L1).</summary>
internal static class LettersCommand
{
    private const int Made = 0;
    private const int NothingMade = 1;

    public static Command Create(IAnsiConsole console, string[] settings)
    {
        var command = new Command("letters", "Makes parent letters, or prints them again, in one PDF. Keep it nowhere after printing: the codes are in it.");
        var school = new Option<string>("--school") { Description = "The school's id: the first part of its path.", Required = true };
        var title = new Option<string?>("--class") { Description = "Only this class; the whole school without it." };
        var unused = new Option<bool>("--unused") { Description = "Only letters that can still be used, again; nothing new is made." };
        var file = new Option<string>("--out") { Description = "The PDF to write; one that is there is replaced.", Required = true };
        foreach (var option in new Option[] { school, title, unused, file })
        {
            command.Options.Add(option);
        }

        command.SetAction((arguments, cancellationToken) => RunAsync(
            console,
            settings,
            arguments.GetRequiredValue(school),
            arguments.GetValue(title) is { } one ? new LetterSelection.OneClass(one) : new LetterSelection.WholeSchool(),
            arguments.GetValue(unused) ? LetterChoice.WithUnusedSeats : LetterChoice.All,
            Path.GetFullPath(arguments.GetRequiredValue(file)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IAnsiConsole console, string[] settings, string id, LetterSelection selection, LetterChoice choice, string path, CancellationToken cancellationToken)
    {
        await using var host = await CommandHost.StartAsync(settings, cancellationToken, static (services, configuration) => services.AddLettersForCommands(configuration));
        if (!SchoolId.TryParse(id, out var schoolId) || await host.Schools.FindAsync(schoolId, cancellationToken) is not { } school)
        {
            console.WriteLine($"There is no school {id}.");
            return NothingMade;
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            console.WriteLine("The folder of the PDF is not there.");
            return NothingMade;
        }

        var written = await host.AskAsync(school, (IServiceProvider services) => WriteAsync(console, services, school, selection, choice, path, cancellationToken));
        console.WriteLine(written == 0 ? $"School {school.Id}: there was no letter to print." : $"School {school.Id}: {written} letters.");
        return written == 0 ? NothingMade : Made;
    }

    // Beside its place until it is whole, so that a file of this name is always a whole PDF.
    private static async Task<int> WriteAsync(
        IAnsiConsole console, IServiceProvider services, School school, LetterSelection selection, LetterChoice choice, string path, CancellationToken cancellationToken)
    {
        var unfinished = $"{path}.{Environment.ProcessId}.unfinished";
        var classes = await services.GetRequiredService<ILetters>().ClassesAsync(cancellationToken);
        var expected = classes.Where(one => selection is not LetterSelection.OneClass(var title) || one.ClassTitle == title).Sum(one => one.Students);
        try
        {
            int written;
            await using (var file = PrivateFile.Create(unfinished))
            {
                var letters = services.GetRequiredService<MakeLetters>().ExecuteAsync(selection, choice, school.Language, cancellationToken);
                written = await LettersProgressDisplay.RunAsync(
                    console,
                    expected,
                    progress => services.GetRequiredService<WriteLetters>().ExecuteAsync(letters, school.Language, file, progress, cancellationToken));
            }

            if (written > 0)
            {
                File.Move(unfinished, path, overwrite: true);
            }

            return written;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
