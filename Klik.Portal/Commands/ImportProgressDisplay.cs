using System.Globalization;
using Klik.ParentAccess.Core.StudentRecords.Import;
using Spectre.Console;

namespace Klik.Portal.Commands;

/// <summary>Shows how far an import is: a bar where somebody watches, a line for each file where the output goes to a log.</summary>
internal static class ImportProgressDisplay
{
    /// <summary>Runs an import and shows its progress.</summary>
    public static Task<ImportResult> RunAsync(IAnsiConsole console, Func<IProgress<ImportProgress>, Task<ImportResult>> import) =>
        console.Profile.Capabilities is { Interactive: true, Ansi: true } ? WithBarAsync(console, import) : import(new Lines(console));

    private static Task<ImportResult> WithBarAsync(IAnsiConsole console, Func<IProgress<ImportProgress>, Task<ImportResult>> import) =>
        console.Progress().StartAsync(context => import(new Bar(context.AddTask("Reading"))));

    private sealed class Bar(ProgressTask task) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            task.Description = Markup.Escape(value.File);
            task.Value = value.Percent;
        }
    }

    private sealed class Lines(IAnsiConsole console) : IProgress<ImportProgress>
    {
        private string? _file;

        public void Report(ImportProgress value)
        {
            if (value.File != _file)
            {
                _file = value.File;
                console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Percent,3} % {value.File}"));
            }
        }
    }
}
