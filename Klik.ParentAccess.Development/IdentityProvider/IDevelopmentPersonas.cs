namespace Klik.ParentAccess.Development.IdentityProvider;

/// <summary>Gives the people of the demo school to the development identity provider's page. Any number may be registered.</summary>
public interface IDevelopmentPersonas
{
    /// <summary>The people, in the order to show them.</summary>
    ValueTask<IReadOnlyList<DevelopmentPersona>> ListAsync(CancellationToken cancellationToken);
}
