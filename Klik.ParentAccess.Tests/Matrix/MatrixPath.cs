namespace Klik.ParentAccess.Tests.Matrix;

/// <summary>A path of a school.</summary>
/// <param name="Template">Below the school's base, with the routing's parameters.</param>
/// <param name="Methods">What it can be asked by.</param>
internal sealed record MatrixPath(string Template, IReadOnlySet<string> Methods)
{
    /// <summary>The path that asks for what is Sanne's.</summary>
    public string Of(MatrixSchool school) => Template
        .Replace("/invitations/{id:guid}", $"/invitations/{school.InvitationId}", StringComparison.Ordinal)
        .Replace("/links/{id:guid}", $"/links/{school.LinkId}", StringComparison.Ordinal)
        .Replace("{id:guid}", "00000000-0000-7000-8000-000000000000", StringComparison.Ordinal)
        .Replace("{provider}", "google", StringComparison.Ordinal)
        .Replace("{student}", school.StudentId, StringComparison.Ordinal)
        .Replace("{id}", school.StudentId, StringComparison.Ordinal);
}
