using System.Collections.Immutable;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Core.Views;

namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>All that is stored, at one moment. It never changes: a unit of work makes the next one.</summary>
internal sealed record FakeState(
    ImmutableSortedDictionary<Guid, Invitation> Invitations,
    ImmutableSortedDictionary<Guid, Link> Links,
    ImmutableSortedDictionary<Guid, OutboxMessage> Outbox,
    ImmutableList<View> Views,
    ImmutableDictionary<string, FakeAccount> Accounts,
    ImmutableDictionary<(StudentId Student, DateOnly Day), int> MailCounts,
    ImmutableDictionary<StudentId, Letter> Letters,
    ImmutableDictionary<Guid, FakeSeat> Seats)
{
    public ImmutableSortedDictionary<Guid, OwnAccount> OwnAccounts { get; init; } = ImmutableSortedDictionary<Guid, OwnAccount>.Empty;

    public ImmutableList<NewPasskey> Passkeys { get; init; } = [];

    public ImmutableList<Session> Sessions { get; init; } = [];

    public static FakeState Empty { get; } = new(
        ImmutableSortedDictionary<Guid, Invitation>.Empty,
        ImmutableSortedDictionary<Guid, Link>.Empty,
        ImmutableSortedDictionary<Guid, OutboxMessage>.Empty,
        [],
        ImmutableDictionary<string, FakeAccount>.Empty,
        ImmutableDictionary<(StudentId, DateOnly), int>.Empty,
        ImmutableDictionary<StudentId, Letter>.Empty,
        ImmutableDictionary<Guid, FakeSeat>.Empty);
}
