namespace Klik.ParentAccess.Core.Events;

/// <summary>For a host without automation.</summary>
internal sealed class NoEvents : IParentAccessEvents
{
    public void Publish(ParentAccessEvent happened)
    {
        // Nobody listens.
    }
}
