using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Models;
using OrchardCore.ContentManagement;

namespace Klik.ParentAccess.Services.Invitations;

/// <summary>An invitation as a content part and back.</summary>
internal static class InvitationMapping
{
    public static InvitationPart ToPart(this Invitation invitation) => new()
    {
        InvitationId = invitation.Id,
        StudentId = invitation.StudentId.Value,
        Name = invitation.Name.Value,
        Address = invitation.Address?.Value,
        AddressHash = invitation.AddressHash?.Value,
        CreatedAtTicks = invitation.CreatedAt.UtcTicks,
        ExpiresAtTicks = invitation.ExpiresAt.UtcTicks,
        ResentAtTicks = invitation.ResentAt?.UtcTicks,
        Mail = (int)invitation.Mail,
    };

    public static Invitation ToInvitation(this ContentItem item)
    {
        var part = item.TryGet<InvitationPart>(out var found) ? found : throw new InvalidOperationException("A content item is no invitation.");
        return new Invitation(
            part.InvitationId,
            StudentId.Parse(part.StudentId),
            new ProtectedText(part.Name),
            part.Address is null ? null : new ProtectedText(part.Address),
            part.AddressHash is null ? null : new AddressHash(part.AddressHash),
            new DateTimeOffset(part.CreatedAtTicks, TimeSpan.Zero),
            new DateTimeOffset(part.ExpiresAtTicks, TimeSpan.Zero),
            (InvitationMailState)part.Mail)
        {
            ResentAt = part.ResentAtTicks is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
        };
    }
}
