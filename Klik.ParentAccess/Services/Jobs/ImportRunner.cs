namespace Klik.ParentAccess.Services.Jobs;

/// <summary>Who runs an import: a machine, and a process on it.</summary>
/// <param name="Machine">The machine's name.</param>
/// <param name="Process">Its number and when it began, so that a number that is used again is another process.</param>
internal sealed record ImportRunner(string Machine, string Process)
{
    /// <summary>The longest name of a machine that is kept.</summary>
    public const int MachineLength = 100;

    /// <summary>The longest number with a moment.</summary>
    public const int ProcessLength = 40;

    /// <summary>This process. A tenant that is loaded anew is still in it.</summary>
    public static ImportRunner Present { get; } = Read();

    private static ImportRunner Read()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var name = Environment.MachineName;
        return new ImportRunner(name[..Math.Min(name.Length, MachineLength)], $"{process.Id}-{process.StartTime.ToUniversalTime().Ticks}");
    }
}
