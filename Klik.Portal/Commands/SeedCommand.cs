using System.CommandLine;
using System.Globalization;
using Klik.ParentAccess.Records.Seeding;
using Spectre.Console;

namespace Klik.Portal.Commands;

/// <summary><c>seed --students N --school ID</c>: makes a school of that size, for measuring.</summary>
internal static class SeedCommand
{
    private const int Largest = 2_000_000;

    public static Command Create(IAnsiConsole console, string[] settings)
    {
        var command = new Command("seed", "Makes a school of invented students, for measuring. The same size makes the same school.");
        var students = new Option<int>("--students") { Description = "How many students.", Required = true };
        students.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > Largest)
            {
                result.AddError($"A school has 1 to {Largest} students.");
            }
        });
        command.Options.Add(students);
        var school = new SchoolOptions(command);
        command.SetAction((arguments, cancellationToken) => RunAsync(console, settings, arguments.GetRequiredValue(students), arguments, school, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IAnsiConsole console, string[] settings, int students, ParseResult arguments, SchoolOptions options, CancellationToken cancellationToken)
    {
        await using var host = await CommandHost.StartAsync(settings, cancellationToken);
        var school = await options.FindAsync(arguments, host, cancellationToken);
        var counts = await host.AskAsync(school, (SeedStudentRecords seed) => seed.ExecuteAsync(students, cancellationToken));
        await host.Schools.CreateAsync(school, cancellationToken);
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"School {school.Id}: {students} students, {counts.Added} entries added, {counts.Changed} changed, {counts.Unchanged} unchanged."));
        return 0;
    }
}
