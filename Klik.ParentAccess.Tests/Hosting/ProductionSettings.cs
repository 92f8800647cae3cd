namespace Klik.ParentAccess.Tests.Hosting;

/// <summary>Everything that a portal outside Development must be told; nothing of it answers.</summary>
internal static class ProductionSettings
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["ParentAccess:PublicUrl"] = "https://ouders.example.nl",
        ["ParentAccess:Providers:Google:ClientId"] = "google-client",
        ["ParentAccess:Providers:Google:ClientSecret"] = "google-secret",
        ["ParentAccess:Providers:Microsoft:ClientId"] = "microsoft-client",
        ["ParentAccess:Providers:Microsoft:ClientSecret"] = "microsoft-secret",
        ["ParentAccess:StudentSignIn:Authority"] = "https://login.school.example/v2.0",
        ["ParentAccess:StudentSignIn:ClientId"] = "school-client",
        ["ParentAccess:StudentSignIn:ClientSecret"] = "school-secret",
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:From"] = "ouders@school.example",
    };

    /// <summary>The arguments of a start, with some settings changed; one without a value is left out.</summary>
    public static string[] Arguments(string folder, params IEnumerable<(string Name, string? Value)> changes)
    {
        var settings = All.ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        foreach (var (name, value) in changes)
        {
            settings[name] = value;
        }

        return
        [
            "--environment=Production", $"--contentRoot={folder}", "--applicationName=Klik.Portal", "--urls=http://127.0.0.1:0",
            .. settings.Where(setting => setting.Value is not null).Select(setting => $"--{setting.Key}={setting.Value}"),
        ];
    }
}
