namespace Klik.ParentAccess.Core.Sessions;

/// <summary>Whether the session of the present request still holds, asked at once: for what does not ask the links.</summary>
public sealed class CheckPresentSession(PresentSession present, ISessions sessions)
{
    /// <summary>Asks.</summary>
    public async Task<bool> ExecuteAsync(CancellationToken cancellationToken)
    {
        if (present.Hash is { } hash && !await sessions.HoldsAsync(hash, cancellationToken))
        {
            present.End();
        }

        return !present.HasEnded;
    }
}
