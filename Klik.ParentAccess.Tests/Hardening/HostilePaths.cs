namespace Klik.ParentAccess.Tests.Hardening;

/// <summary>Ways to lead somebody away who was promised to come back.</summary>
public static class HostilePaths
{
    /// <summary>The host that all of them are about.</summary>
    public const string Evil = "evil.example";

    /// <summary>Them, for a school's base: some begin as its own paths do.</summary>
    public static IReadOnlyList<string> For(string schoolBase) =>
    [
        $"//{Evil}", $"///{Evil}", $"////{Evil}/..", $"/\\{Evil}", $"\\\\{Evil}", $"\\/{Evil}", $"/\t/{Evil}", $"/\n/{Evil}", $"\t//{Evil}", $" //{Evil}",
        $"https:{Evil}", $"https:/{Evil}", $"https://{Evil}", $"HTTPS://{Evil}", $"http:\\\\{Evil}", $"javascript://{Evil}/%0aalert(1)", $"data:text/html,{Evil}",
        $"%2F%2F{Evil}", $"/%2F{Evil}", $"/%5C{Evil}", $"/%09/{Evil}", $"%68ttps://{Evil}", $"/％2F{Evil}", $"／／{Evil}", $"//{Evil}%00", $"@{Evil}", $"/@{Evil}", $"?{Evil}", $"#{Evil}",
        $"/x\r\nLocation: https://{Evil}", $"/x%0d%0aLocation:%20https://{Evil}", $"/x\r\n\r\n<script>{Evil}",
        $"{schoolBase}//{Evil}", $"{schoolBase}/parents/..//{Evil}", $"{schoolBase}/parents\\..\\..\\{Evil}", $"{schoolBase}@{Evil}/parents", $"{schoolBase}.{Evil}/parents", $"{schoolBase}/parents/%2e%2e/%2e%2e/{Evil}",
        $"{schoolBase}/parents\r\nSet-Cookie: a={Evil}",
    ];
}
