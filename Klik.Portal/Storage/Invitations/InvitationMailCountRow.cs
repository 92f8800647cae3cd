namespace Klik.Portal.Storage.Invitations;

/// <summary>How much invitation mail a student has sent on a day.</summary>
internal sealed class InvitationMailCountRow : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required string StudentId { get; init; }

    public required DateOnly Day { get; init; }

    public int Mails { get; init; }
}
