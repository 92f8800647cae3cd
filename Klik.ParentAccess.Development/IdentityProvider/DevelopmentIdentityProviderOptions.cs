namespace Klik.ParentAccess.Development.IdentityProvider;

/// <summary>What the host decides about the development identity provider.</summary>
public sealed class DevelopmentIdentityProviderOptions
{
    /// <summary>Whom it stands in for, where they are not set up; all of them, unless the host says otherwise.</summary>
    public IReadOnlyList<DevelopmentProvider> StandsInFor { get; set; } = DevelopmentProvider.All;
}
