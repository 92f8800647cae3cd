using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Privacy;

namespace Klik.Portal.Storage.Invitations;

/// <summary>A row of <c>invitations</c>.</summary>
internal sealed class InvitationRow : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required Guid Id { get; init; }

    public required string StudentId { get; init; }

    /// <summary>Encrypted.</summary>
    public required string Name { get; init; }

    /// <summary>Encrypted; null once expired (rule I13).</summary>
    public string? Address { get; init; }

    /// <summary>Null once expired (rule I13).</summary>
    public string? AddressHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required InvitationMailState Mail { get; init; }

    public DateTimeOffset? ResentAt { get; init; }

    public static InvitationRow From(string schoolId, Invitation invitation) => new()
    {
        SchoolId = schoolId,
        Id = invitation.Id,
        StudentId = invitation.StudentId.Value,
        Name = invitation.Name.Value,
        Address = invitation.Address?.Value,
        AddressHash = invitation.AddressHash?.Value,
        CreatedAt = invitation.CreatedAt,
        ExpiresAt = invitation.ExpiresAt,
        Mail = invitation.Mail,
        ResentAt = invitation.ResentAt,
    };

    public Invitation ToInvitation() => new(
        Id,
        ParentAccess.Core.Students.StudentId.Parse(StudentId),
        new ProtectedText(Name),
        Address is null ? null : new ProtectedText(Address),
        AddressHash is null ? null : new AddressHash(AddressHash),
        CreatedAt,
        ExpiresAt,
        Mail)
    {
        ResentAt = ResentAt,
    };
}
