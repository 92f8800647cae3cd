namespace Klik.Portal.Settings;

/// <summary>A setting is missing or wrong, so that the portal does not start.</summary>
/// <param name="setting">The setting's whole name, such as <c>Database:Provider</c>.</param>
/// <param name="problem">What is wrong with it, going on after the name; never its value, which may be a secret.</param>
internal sealed class SettingException(string setting, string problem) : Exception($"The setting {setting} {problem}.")
{
    /// <summary>The setting's whole name.</summary>
    public string Setting { get; } = setting;
}
