using Klik.ParentAccess.Core.Events;

namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>Remembers what it was told, and what was stored at that moment.</summary>
internal sealed class FakeEvents(FakeStore store) : IParentAccessEvents
{
    private readonly List<(ParentAccessEvent Happened, FakeState Stored)> _told = [];

    public IEnumerable<ParentAccessEvent> Told => _told.Select(told => told.Happened);

    /// <summary>What another transaction would have seen when an event was told.</summary>
    public FakeState StoredAt(ParentAccessEvent happened) => _told.Single(told => told.Happened == happened).Stored;

    public void Publish(ParentAccessEvent happened) => _told.Add((happened, store.State));
}
