using System.ComponentModel;
using System.Diagnostics;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>The independent readers that judge a PDF (Debian: qpdf, poppler-utils, zbar-tools).</summary>
internal static class PdfTool
{
    /// <summary>Runs a reader; the test is skipped where it is not installed.</summary>
    /// <returns>What it wrote to its output.</returns>
    public static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, $"{tool} ended with {process.ExitCode}: {output}{await errors}");
            return output;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{tool} is not installed.");
            throw;
        }
    }
}
