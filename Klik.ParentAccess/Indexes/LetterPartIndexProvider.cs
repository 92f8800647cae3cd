using Klik.ParentAccess.Models;
using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace Klik.ParentAccess.Indexes;

internal sealed class LetterPartIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) =>
        context.For<LetterPartIndex>()
            .When(item => item.ContentType == LetterPart.ContentType && item.Has<LetterPart>())
            .Map(item => item.TryGet<LetterPart>(out var part) ? ToIndex(part) : null!);

    private static LetterPartIndex ToIndex(LetterPart part) => new()
    {
        LetterId = part.LetterId.ToString(),
        StudentId = part.StudentId,
        CodeHash = part.CodeHash,
        UsedSeats = part.UsedSeats.Count,
        MadeAtTicks = part.MadeAtTicks,
        ExpiresAtTicks = part.ExpiresAtTicks,
    };
}
