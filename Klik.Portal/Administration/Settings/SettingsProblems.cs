using Klik.ParentAccess.Core.Schools;

namespace Klik.Portal.Administration.Settings;

/// <summary>What is wrong with the settings that were filled in.</summary>
/// <param name="Name">With the name, if anything.</param>
/// <param name="Language">Whether there is no such language.</param>
/// <param name="TimeZone">Whether there is no such time zone.</param>
/// <param name="AccentColor">Whether it is not a colour.</param>
public sealed record SettingsProblems(SchoolNameProblem? Name, bool Language, bool TimeZone, bool AccentColor)
{
    /// <summary>Nothing.</summary>
    public static SettingsProblems None { get; } = new(null, false, false, false);

    /// <summary>Whether anything is wrong.</summary>
    public bool IsAny => this != None;
}
