using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Tests.Mail;
using Klik.ParentAccess.Tests.Portal;
using Klik.Portal.Accounts;
using Klik.Portal.Storage;
using Klik.Portal.Storage.Invitations;
using Klik.Portal.Storage.Letters;
using Klik.Portal.Storage.Links;
using Klik.Portal.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Failure;

/// <summary>What must be in the portal's database, and have left by mail, of what a crowd was told.</summary>
internal static class PortalCrowd
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Waits until no mail is left to send.</summary>
    /// <param name="school">The school.</param>
    /// <param name="meanwhile">What to do before each look.</param>
    public static async Task UntilNothingWaitsAsync(this TestSchool school, Action? meanwhile = null)
    {
        var waiting = -1;
        for (var i = 0; i < 600 && waiting != 0; i++)
        {
            meanwhile?.Invoke();
            await Task.Delay(100, Cancel);
            await school.InSchoolAsync(async services => waiting = await services.GetRequiredService<ParentAccessDbContext>().Set<OutboxRow>().CountAsync(Cancel));
        }

        Assert.Equal(0, waiting);
    }

    /// <summary>Each invitation that was answered with yes is there once, and no other.</summary>
    public static Task AssertInvitedAsync(this TestSchool school, Crowd crowd) => school.InSchoolAsync(async services =>
    {
        var personalData = services.GetRequiredService<PersonalData>();
        var rows = await services.GetRequiredService<ParentAccessDbContext>().Set<InvitationRow>().ToListAsync(Cancel);

        Assert.Equal(crowd.Invited.Order(), rows.Select(row => personalData.Unprotect(new ProtectedText(row.Address!))).Order());
    });

    /// <summary>Each family whose turn it has been has as many links, seats and accounts as its letter gives, and nobody has more.</summary>
    public static Task AssertLinkedAsync(this TestSchool school, Crowd crowd) => school.InSchoolAsync(async services =>
    {
        var database = services.GetRequiredService<ParentAccessDbContext>();
        var links = await database.Set<LinkRow>().ToListAsync(Cancel);
        var letters = await database.Set<LetterRow>().ToListAsync(Cancel);
        var seats = await database.Set<LetterSeatRow>().ToListAsync(Cancel);
        var accounts = await database.Set<PortalUser>().CountAsync(Cancel);

        Assert.NotEmpty(crowd.Linked);
        Assert.All(crowd.Linked, family =>
        {
            var letter = letters.Single(letter => letter.StudentId == family.Student.Id);
            var ofStudent = links.Where(link => link.StudentId == family.Student.Id).ToList();
            Assert.Equal(Crowd.Seats, family.Linked);
            Assert.Equal(Crowd.Seats, ofStudent.Select(link => link.AccountId).Distinct().Count());
            Assert.Equal(ofStudent.Select(link => link.Id).Order(), seats.Where(seat => seat.LetterId == letter.Id).Select(seat => seat.LinkId).Order());
        });
        Assert.Equal(Crowd.Seats * crowd.Linked.Count, links.Count);
        Assert.Equal(links.Count, seats.Count);
        Assert.Equal(links.Count, accounts);
    });

    /// <summary>Each invitation that was answered with yes was mailed.</summary>
    public static void AssertMailed(this Crowd crowd, IEnumerable<ReceivedMail> mails)
    {
        var arrived = mails.Select(mail => mail.To).ToHashSet();
        Assert.All(crowd.Invited, address => Assert.Contains($"RCPT TO:<{address}>", arrived));
    }
}
