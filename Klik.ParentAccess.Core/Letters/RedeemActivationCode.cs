using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Letters.Throttling;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Observability;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>
/// A parent uses the code of a letter and is linked with its student (rules L3, L5 to L7, P4).
/// <para>A guess costs the database the same statements whatever was guessed, a code that no letter has or one that no longer works:
/// the counters are read and raised, one letter is looked for by keyed hash, and the parent's account with what it sees. Only
/// whoever has a code that works gets further: to the date of birth, of which a letter takes five wrong ones, and to a seat.</para>
/// </summary>
public sealed class RedeemActivationCode(
    ILetters letters,
    IParentAccessStore store,
    PersonalData personalData,
    RedeemThrottle throttle,
    ParentAccessMetrics metrics,
    TimeProvider time)
{
    /// <summary>Links the parent, exactly once a seat (rule P7).</summary>
    /// <param name="request">Who, and what was typed.</param>
    /// <param name="cancellationToken">Ends the work; nothing has happened then, but that an attempt may have been counted.</param>
    public async Task<RedeemActivationCodeResult> ExecuteAsync(RedeemActivationCodeRequest request, CancellationToken cancellationToken)
    {
        if (ActivationCode.TryParse(request.Code, out var code) is { } problem)
        {
            return new RedeemActivationCodeResult.Mistyped(problem);
        }

        PersonName? name = null;
        if (request.Parent is LetterParent.Newcomer newParent && PersonName.TryParse(newParent.DisplayName, out name) is { } nameProblem)
        {
            return new RedeemActivationCodeResult.NameRefused(nameProblem);
        }

        var admission = await throttle.EnterAsync(request.Parent, request.NetworkAddress, request.Answer, cancellationToken);
        if (admission is Admission.Refused refused)
        {
            metrics.CodeRedeemed("throttled");
            return new RedeemActivationCodeResult.Throttled(refused.RetryAfter, refused.Challenge);
        }

        var admitted = (Admission.Admitted)admission;
        var result = await RedeemAsync(request, admitted, code, name, cancellationToken);
        metrics.CodeRedeemed(result is RedeemActivationCodeResult.Refused ? "refused" : "allowed");
        if (result is RedeemActivationCodeResult.AlreadyLinked or RedeemActivationCodeResult.BirthDateNeeded)
        {
            await throttle.LeaveAsync(admitted, hasLinked: false, cancellationToken);
        }

        return result;
    }

    private async Task<RedeemActivationCodeResult> RedeemAsync(
        RedeemActivationCodeRequest request,
        Admission.Admitted admitted,
        ActivationCode code,
        PersonName? name,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var found = await letters.FindAsync(code.Hashes(personalData), cancellationToken);
        await using var work = await store.BeginAsync(cancellationToken);
        var account = await FindAccountAsync(work, request.Parent, cancellationToken);
        var seen = account is null ? [] : await store.StudentsOfParentAsync(account.Id, now, cancellationToken);
        if (found is not ({ } letter, { } student))
        {
            return new RedeemActivationCodeResult.Refused();
        }

        if (account is not null && seen.Any(other => other.StudentId == student.Id))
        {
            return new RedeemActivationCodeResult.AlreadyLinked(account, student);
        }

        if (letter.StateAt(now) != LetterState.Open || !student.IsActive || (account is null && request.Parent is LetterParent.Known))
        {
            return new RedeemActivationCodeResult.Refused();
        }

        if (student.BirthDate is { } birthDate)
        {
            if (request.BirthDate is null)
            {
                return new RedeemActivationCodeResult.BirthDateNeeded();
            }

            if (!await IsRightAsync(work, letter, birthDate, request.BirthDate.Value, cancellationToken))
            {
                return new RedeemActivationCodeResult.Refused();
            }
        }

        return await LinkAsync(work, request, admitted, letter, student, account, name, now, cancellationToken);
    }

    private async Task<ParentAccount?> FindAccountAsync(IUnitOfWork work, LetterParent parent, CancellationToken cancellationToken) => parent switch
    {
        LetterParent.Newcomer { Identity: var identity } => await work.Accounts.FindAsync(identity.Issuer, identity.Subject, cancellationToken),
        LetterParent.Known { AccountId: var id } => await store.FindAccountAsync(id, cancellationToken),
        _ => null,
    };

    // Callers at the same moment have no more tries than one after the other: there is no seat of a letter that has been frozen meanwhile.
    private static async Task<bool> IsRightAsync(IUnitOfWork work, Letter letter, DateOnly known, DateOnly typed, CancellationToken cancellationToken)
    {
        if (known == typed)
        {
            return true;
        }

        if (await work.Letters.TryCountWrongBirthDateAsync(letter.Id, letter.Issue, Letter.MostWrongBirthDates, cancellationToken))
        {
            await work.CommitAsync(cancellationToken);
        }

        return false;
    }

    private async Task<RedeemActivationCodeResult> LinkAsync(
        IUnitOfWork work,
        RedeemActivationCodeRequest request,
        Admission.Admitted admitted,
        Letter letter,
        Student student,
        ParentAccount? account,
        PersonName? name,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var linkId = Guid.CreateVersion7(now);
        if (!await work.Letters.TryTakeSeatAsync(letter.Id, letter.Issue, linkId, now, cancellationToken))
        {
            return new RedeemActivationCodeResult.Refused();
        }

        if (request.Parent is LetterParent.Newcomer { Identity: var identity })
        {
            account = await work.Accounts.GetOrCreateAsync(
                new NewParent(identity.Issuer, identity.Subject, identity.Provider, name!, now, null, null, request.Language), cancellationToken);
        }

        var shown = personalData.Protect(name?.Value ?? account!.UserName);
        if (!await work.Links.TryAddAsync(new Link(linkId, student.Id, account!.Id, shown, LinkOrigin.Letter, now), cancellationToken))
        {
            // The same parent was a moment earlier, in another tab: the seat is not used twice.
            return new RedeemActivationCodeResult.AlreadyLinked(account, student);
        }

        await work.Outbox.AddAsync(OutboxMessage.ForLink(linkId, now), cancellationToken);
        await work.Accounts.SetWithoutLinksSinceAsync(account.Id, null, cancellationToken);
        await throttle.LeaveAsync(admitted, hasLinked: true, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return new RedeemActivationCodeResult.Linked(account, student);
    }
}
