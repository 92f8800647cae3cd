using System.Net;
using Klik.ParentAccess.Core;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Events;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Letters.Throttling;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Mail;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Core.Throttling;
using Klik.ParentAccess.Tests.Letters;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>A school whose rules work on memory; each use case runs in a scope of its own, as each request does.</summary>
internal sealed class FakeSchool : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public FakeSchool()
    {
        Store = new FakeStore(Students);
        Events = new FakeEvents(Store);
        _services = AddTo(new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()))
            .AddSingleton<IMailComposer, FakeMailComposer>()
            .BuildServiceProvider();
    }

    public FixedClock Clock { get; } = new();

    public FakeSchoolContext Context { get; } = new();

    public FakeStudents Students { get; } = new();

    public FakeStore Store { get; }

    public FakeMailTransport Mail { get; } = new();

    public FakePasswordHashes Hashes { get; } = new();

    public FakeEvents Events { get; }

    public FakeAttemptCounters Attempts { get; } = new();

    public FakeLetterTexts LetterTexts { get; } = new();

    public FakeState State => Store.State;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    /// <summary>Puts the rules on memory into a host's services; the host adds who writes the mail.</summary>
    public IServiceCollection AddTo(IServiceCollection services) => services
        .AddSingleton<TimeProvider>(Clock)
        .AddSingleton<IParentAccessStore>(Store)
        .AddSingleton<IOwnAccountStore>(new FakeOwnAccounts(() => State, _ => throw new InvalidOperationException("Changes belong in a unit of work.")))
        .AddSingleton<IPasswordHashes>(Hashes)
        .AddSingleton<IStudents>(Students)
        .AddSingleton<IMailTransport>(Mail)
        .AddSingleton<IParentAccessEvents>(Events)
        .AddSingleton<ICurrentSchool>(Context)
        .AddSingleton<ISchoolKeys>(Context)
        .AddSingleton<ISchoolAddress>(Context)
        .AddSingleton<ILetters>(new FakeLetterBook(Store, Students))
        .AddSingleton<IAttemptCounters>(Attempts)
        .AddSingleton<ILetterTexts>(LetterTexts)
        .AddParentAccessCore()
        .AddParentLetters();

    /// <summary>Runs a use case in a scope of its own.</summary>
    public async Task<TResult> RunAsync<TUseCase, TResult>(Func<TUseCase, Task<TResult>> run)
        where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public Task<InviteParentResult> InviteAsync(StudentId student, string? name, string? address) =>
        RunAsync((InviteParent invite) => invite.ExecuteAsync(student, name, address, Ending));

    /// <summary>Invites, and gives the secret that the mail would bring.</summary>
    public async Task<string> InvitedAsync(StudentId student, string name, string address) =>
        await TokenAsync(Assert.IsType<InviteParentResult.Invited>(await InviteAsync(student, name, address)).InvitationId);

    public Task<string> TokenAsync(Guid invitation) =>
        RunAsync((PersonalData personalData) => Task.FromResult(InvitationToken.For(invitation, personalData).Text));

    public Task<SignInParentResult> AcceptAsync(ExternalIdentity identity, string? token) =>
        RunAsync((AcceptInvitation accept) => accept.ExecuteAsync(identity, token, "nl", Ending));

    public Task<SignInParentResult> SignInAsync(ExternalIdentity identity) =>
        RunAsync((SignInParent signIn) => signIn.ExecuteAsync(identity, "nl", Ending));

    public Task<Student?> FindAsync(string? token) => RunAsync((FindInvitation find) => find.ExecuteAsync(token, Ending));

    public Task<bool> DeleteAsync(StudentId student, Guid invitation) =>
        RunAsync((DeleteInvitation delete) => delete.ExecuteAsync(student, invitation, Ending));

    public Task<ResendInvitationResult> ResendAsync(StudentId student, Guid invitation) =>
        RunAsync((ResendInvitation resend) => resend.ExecuteAsync(student, invitation, Ending));

    public Task<bool> WithdrawAsync(StudentId student, Guid link) =>
        RunAsync((WithdrawConsent withdraw) => withdraw.ExecuteAsync(student, link, Ending));

    public Task<ParentsOfStudentResult> ParentsOfAsync(StudentId student) =>
        RunAsync((ParentsOfStudent parents) => parents.ExecuteAsync(student, Ending));

    /// <summary>Makes letters, or prints them again.</summary>
    public Task<IReadOnlyList<PrintedLetter>> LettersAsync(LetterSelection selection, LetterChoice choice = LetterChoice.All) =>
        RunAsync(async (MakeLetters make) => (IReadOnlyList<PrintedLetter>)await make.ExecuteAsync(selection, choice, "nl", Ending).ToListAsync(Ending));

    /// <summary>Makes the letter of a student, or prints it again.</summary>
    public async Task<PrintedLetter> LetterAsync(StudentId student) => Assert.Single(await LettersAsync(new LetterSelection.OneStudent(student)));

    public Task<RedeemActivationCodeResult> RedeemAsync(
        LetterParent parent, string? code, DateOnly? birthDate = null, IPAddress? network = null, ChallengeAnswer? answer = null) =>
        RunAsync((RedeemActivationCode redeem) => redeem.ExecuteAsync(new RedeemActivationCodeRequest(parent, code, birthDate, "nl", network, answer), Ending));

    /// <summary>A new parent uses the letter of a student.</summary>
    public async Task UseLetterAsync(StudentId student, string parent) =>
        Assert.IsType<RedeemActivationCodeResult.Linked>(await RedeemAsync(LetterSchool.Parent(parent), (await LetterAsync(student)).Code.Text));

    public Task<PrintedLetter?> ReissueAsync(StudentId student) => RunAsync((ReissueLetter reissue) => reissue.ExecuteAsync(student, "nl", Ending));

    public Task<bool> RevokeAsync(StudentId student) => RunAsync((RevokeLetter revoke) => revoke.ExecuteAsync(student, Ending));

    public Task<bool> FreeSeatAsync(StudentId student, Guid link) => RunAsync((FreeSeat free) => free.ExecuteAsync(student, link, Ending));

    public Task<LettersOfStudentResult?> LettersOfAsync(StudentId student) => RunAsync((LettersOfStudent letters) => letters.ExecuteAsync(student, Ending));

    public Task<LettersOverviewResult> LettersOverviewAsync() => RunAsync((LettersOverview overview) => overview.ExecuteAsync(Ending));

    public Task EraseAsync() => RunAsync(async (EraseExpired erase) =>
    {
        await erase.ExecuteAsync(Ending);
        return true;
    });

    public Task EraseLettersAsync() => RunAsync(async (EraseLetters erase) =>
    {
        await erase.ExecuteAsync(Ending);
        return true;
    });

    public Task<int> SendMailAsync() => RunAsync((SendOutbox send) => send.ExecuteAsync(Ending));

    public async Task SetActiveAsync(StudentId student, bool active) => await Students.SetActiveAsync(student, active, Ending);

    /// <summary>The students whom an account sees.</summary>
    public async Task<IReadOnlyList<string>> SeenByAsync(ParentAccount account) =>
        [.. (await Store.StudentsOfParentAsync(account.Id, Clock.GetUtcNow(), Ending)).Select(student => student.GivenName)];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Store.Dispose();
    }
}
