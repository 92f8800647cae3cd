using AngleSharp.Dom;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Web.Parents;

namespace Klik.ParentAccess.Tests.Parents;

/// <summary>The pages of one student, and what the tests of them do alike.</summary>
internal static class ParentPages
{
    public static readonly StudentPart[] Parts = Enum.GetValues<StudentPart>();

    /// <summary>The path of each page of a student.</summary>
    public static TheoryData<string> OfStudent => [.. Parts.Select(part => "/parents/students/s1" + ParentPaths.Segment(part))];

    /// <summary>Sanne lets Jan look along; Jan has been there, and since then everything changed.</summary>
    public static async Task HaveVisitedAsync(this ParentWorld world)
    {
        world.Link("jan", "s1");
        await world.Parent("jan").OpensAsync("/parents/students/s1");
        world.Clock.Advance(TimeSpan.FromDays(2));
        world.Records.FillWith(world.Clock.GetUtcNow());
        world.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    /// <summary>What a person reads, with single blanks.</summary>
    public static string Said(this IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
