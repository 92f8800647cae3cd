namespace Klik.ParentAccess.Core.Events;

/// <summary>
/// Is told of the present school what has happened. A use case tells it once, after its transaction was committed: never of what was
/// rolled back. What the process had not passed on when it was killed is not told again.
/// </summary>
public interface IParentAccessEvents
{
    /// <summary>Takes an event. It returns at once and throws nothing: what was committed has succeeded.</summary>
    void Publish(ParentAccessEvent happened);
}
