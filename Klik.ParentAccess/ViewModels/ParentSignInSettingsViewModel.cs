namespace Klik.ParentAccess.ViewModels;

/// <summary>The form with the providers. Not sealed: Orchard derives a shape from it.</summary>
public class ParentSignInSettingsViewModel
{
    /// <summary>Google.</summary>
    public ParentSignInProviderViewModel Google { get; set; } = new();

    /// <summary>Microsoft.</summary>
    public ParentSignInProviderViewModel Microsoft { get; set; } = new();
}
