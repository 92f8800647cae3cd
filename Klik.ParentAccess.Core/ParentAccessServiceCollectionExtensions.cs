using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Events;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Letters.Jobs;
using Klik.ParentAccess.Core.Letters.Throttling;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Observability;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Throttling;
using Klik.ParentAccess.Core.Views;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klik.ParentAccess.Core;

/// <summary>Registers the rules of parent access.</summary>
public static class ParentAccessServiceCollectionExtensions
{
    /// <summary>
    /// Adds the use cases. The host adds the ports: store, accounts, students, student records, mail transport, keys and what is kept
    /// under them (<see cref="IProtectedRows"/>), counts of attempts (<see cref="IAttemptCounters"/>), sessions (<see cref="ISessions"/>) where it keeps them itself, current school and its address; Web adds the mail composer.
    /// </summary>
    public static IServiceCollection AddParentAccessCore(this IServiceCollection services)
    {
        services.AddOptions<ParentAccessOptions>().BindConfiguration(ParentAccessOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IParentAccessEvents, NoEvents>();
        services.TryAddSingleton<ISessions>(NoSessions.Instance);
        services.AddMetrics();
        services.AddSingleton<ParentAccessMetrics>();
        services.AddSingleton<RecentViews>();
        services.AddScoped<PersonalData>();
        services.AddScoped<InvitationLinker>();
        services.AddScoped<InvitationMailAllowance>();
        services.AddScoped<RecipientAllowance>();
        services.AddScoped<OutboxMailWriter>();
        services.AddScoped<RecordViews>();
        services.AddScoped<OwnAccountTries>();
        services.AddScoped<CheckPassword>();

        services.AddScoped<InviteParent>();
        services.AddScoped<DeleteInvitation>();
        services.AddScoped<ResendInvitation>();
        services.AddScoped<FindInvitation>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<SignInParent>();
        services.AddScoped<SettingsOfParent>();
        services.AddScoped<ChangeParentSettings>();
        services.AddScoped<ExportParentData>();
        services.AddScoped<DeleteParentAccount>();
        services.AddScoped<RegisterOwnAccount>();
        services.AddScoped<ConfirmOwnAddress>();
        services.AddScoped<SignInOwnAccount>();
        services.AddScoped<RequestPasswordReset>();
        services.AddScoped<ResetPassword>();
        services.AddScoped<ChangeOwnSignIn>();
        services.AddScoped<CheckOwnAccountSession>();
        services.AddScoped<FindOwnAccount>();
        services.TryAddScoped<PresentSession>();
        services.AddScoped<CheckPresentSession>();
        services.AddScoped<SessionsOfParent>();
        services.AddScoped<EndOtherSessions>();
        services.AddScoped<LinkEnding>();
        services.AddScoped<WithdrawConsent>();
        services.AddScoped<ParentsOfStudent>();
        services.AddScoped<ParentOverview>();
        services.AddScoped<OpenStudentPart>();
        services.AddScoped<OpenStudent>();
        services.AddScoped<SendOutbox>();
        services.AddScoped<EraseExpired>();
        services.AddScoped<RenewProtection>();
        return services;
    }

    /// <summary>
    /// Adds parent letters, after <see cref="AddParentAccessCore"/>. The host's unit of work must give a
    /// <see cref="ILetterStore"/>, and the host adds <see cref="ILetters"/> and, where schools have texts of their own,
    /// <see cref="ILetterTexts"/>. Where letters are made on pages, it adds <see cref="LetterJobs"/> too.
    /// </summary>
    public static IServiceCollection AddParentLetters(this IServiceCollection services)
    {
        services.TryAddScoped<ILetterTexts, NoLetterTexts>();
        services.AddScoped<AccountOfIdentity>();
        services.AddScoped<LetterIssuer>();
        services.AddSingleton<SiegeNotices>();
        services.AddScoped<RedeemThrottle>();
        services.AddScoped<MakeLetters>();
        services.AddScoped<WriteLetters>();
        services.AddScoped<ReissueLetter>();
        services.AddScoped<RevokeLetter>();
        services.AddScoped<FreeSeat>();
        services.AddScoped<RedeemActivationCode>();
        services.AddScoped<LettersOfStudent>();
        services.AddScoped<LettersOverview>();
        services.AddScoped<ChangeLetterText>();
        services.AddScoped<PreviewLetter>();
        services.AddScoped<EraseLetters>();
        return services;
    }
}
