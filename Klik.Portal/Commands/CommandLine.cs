using System.CommandLine;
using Klik.Portal.Hosting;
using Klik.Portal.Settings;
using Klik.Portal.Storage;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Klik.Portal.Commands;

/// <summary>What the program does: it serves the portal, unless the first argument names a command.</summary>
internal static class CommandLine
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int WrongSetting = 2;
    private const int LogWidth = 2_000;

    /// <summary>Runs a command or the portal.</summary>
    /// <returns>The exit code: 0 when it worked, 1 when the command could not or the database server
    /// does not answer, 2 when a setting is missing or wrong.</returns>
    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Error);

    /// <summary>Likewise, with another place for what goes wrong.</summary>
    internal static async Task<int> RunAsync(string[] args, TextWriter errors)
    {
        try
        {
            return IsCommand(args) ? await RunCommandAsync(args, Terminal(), []) : await ServeAsync(args);
        }
        catch (Exception problem) when (problem is SettingException or OptionsValidationException)
        {
            // One sentence that names the setting; a stack trace helps nobody here.
            await errors.WriteLineAsync(problem.Message);
            return WrongSetting;
        }
        catch (DatabaseAwayException problem)
        {
            // Whoever looks after the process may start it again, which after a wrong setting would be of no use.
            await errors.WriteLineAsync(problem.Message);
            return Failed;
        }
    }

    /// <summary>Runs a command.</summary>
    /// <param name="args">Its name and arguments.</param>
    /// <param name="console">Where it writes.</param>
    /// <param name="settings">Settings beside those of files and the environment, as <c>--Name=value</c>.</param>
    internal static Task<int> RunCommandAsync(string[] args, IAnsiConsole console, string[] settings)
    {
        var root = new RootCommand("Klik Parent Access. Without a command the portal is served.");
        root.Subcommands.Add(ImportCommand.Create(console, settings));
        root.Subcommands.Add(SeedCommand.Create(console, settings));
        root.Subcommands.Add(LettersCommand.Create(console, settings));

        // What a setting is to blame for is said by the caller, as when serving.
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    // In a log or pipe a line stays one line.
    private static IAnsiConsole Terminal()
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = LogWidth;
        }

        return AnsiConsole.Console;
    }

    private static bool IsCommand(string[] args) =>
        args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version");

    private static async Task<int> ServeAsync(string[] args)
    {
        await using var app = await PortalApplication.BuildAsync(args);
        await app.RunAsync();
        return Done;
    }
}
