using System.Globalization;
using Spectre.Console;

namespace Klik.Portal.Commands;

/// <summary>Shows how far the letters are: a bar where somebody watches, a line for each tenth where the output goes to a log.</summary>
internal static class LettersProgressDisplay
{
    /// <summary>Makes letters and shows the progress.</summary>
    /// <param name="console">Where it is shown.</param>
    /// <param name="expected">How many letters there will be at most.</param>
    /// <param name="write">Makes them.</param>
    public static Task<int> RunAsync(IAnsiConsole console, int expected, Func<IProgress<int>, Task<int>> write) =>
        console.Profile.Capabilities is { Interactive: true, Ansi: true }
            ? console.Progress().StartAsync(context => write(new Bar(context.AddTask("Letters", maxValue: Math.Max(1, expected)))))
            : write(new Lines(console, Math.Max(1, expected)));

    private sealed class Bar(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = value;
    }

    private sealed class Lines(IAnsiConsole console, int expected) : IProgress<int>
    {
        private int _tenths;

        public void Report(int value)
        {
            var tenths = (int)(10L * value / expected);
            if (tenths > _tenths)
            {
                _tenths = tenths;
                console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{10 * tenths,3} % {value} letters"));
            }
        }
    }
}
