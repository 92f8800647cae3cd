namespace Klik.ParentAccess.Models;

/// <summary>The providers that parents sign in with, as the administrator set them up (rule O4); never part of an export.</summary>
public sealed class ParentSignInSettings
{
    /// <summary>What the secrets are protected for.</summary>
    public const string ProtectorName = "Klik.ParentAccess.SignIn";

    /// <summary>Google.</summary>
    public ParentSignInProvider Google { get; set; } = new();

    /// <summary>Microsoft.</summary>
    public ParentSignInProvider Microsoft { get; set; } = new();
}
