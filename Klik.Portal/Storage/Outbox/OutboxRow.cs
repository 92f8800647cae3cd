using Klik.ParentAccess.Core.Outbox;

namespace Klik.Portal.Storage.Outbox;

/// <summary>A row of <c>outbox</c>.</summary>
internal sealed class OutboxRow : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required Guid Id { get; init; }

    public required OutboxKind Kind { get; init; }

    public Guid? InvitationId { get; init; }

    public Guid? LinkId { get; init; }

    public Guid? OwnAccountId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset NextAttemptAt { get; init; }

    public required int Attempts { get; init; }

    public static OutboxRow From(string schoolId, OutboxMessage message) => new()
    {
        SchoolId = schoolId,
        Id = message.Id,
        Kind = message.Kind,
        InvitationId = message.InvitationId,
        LinkId = message.LinkId,
        OwnAccountId = message.OwnAccountId,
        CreatedAt = message.CreatedAt,
        NextAttemptAt = message.NextAttemptAt,
        Attempts = message.Attempts,
    };

    public OutboxMessage ToMessage() => new(Id, Kind, InvitationId, LinkId, CreatedAt, NextAttemptAt, Attempts) { OwnAccountId = OwnAccountId };
}
