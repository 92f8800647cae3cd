using Klik.ParentAccess.Models;
using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace Klik.ParentAccess.Indexes;

internal sealed class InvitationPartIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) =>
        context.For<InvitationPartIndex>()
            .When(item => item.ContentType == InvitationPart.ContentType && item.Has<InvitationPart>())
            .Map(item => item.TryGet<InvitationPart>(out var part) ? ToIndex(part) : null!);

    private static InvitationPartIndex ToIndex(InvitationPart part) => new()
    {
        InvitationId = part.InvitationId.ToString(),
        StudentId = part.StudentId,
        AddressHash = part.AddressHash,
        AddressOfStudent = part.AddressHash is null ? null : $"{part.AddressHash} {part.StudentId}",
        CreatedAtTicks = part.CreatedAtTicks,
        ExpiresAtTicks = part.ExpiresAtTicks,
    };
}
