using Klik.ParentAccess.Core.Mail;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Web.Hardening;
using Klik.ParentAccess.Web.Letters;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Mail;
using Klik.ParentAccess.Web.OwnAccounts;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what people see of parent access.</summary>
public static class ParentAccessWebServices
{
    /// <summary>
    /// Adds the texts, the mail composer and what the pages need. The host adds its layout
    /// (<see cref="Klik.ParentAccess.Web.Pages.IPages"/>), its sessions (<see cref="Klik.ParentAccess.Web.Sessions.IPeople"/>)
    /// and sign-in at the providers (<see cref="ParentSignInExtensions.AddParentSignIn"/>).
    /// </summary>
    public static IServiceCollection AddParentAccessWeb(this IServiceCollection services, Action<LocalizationOptions>? configureTexts = null)
    {
        services.AddAntiforgery();
        services.AddParentAccessTexts(configureTexts);
        services.TryAddSingleton<RequestLanguage>();
        services.TryAddSingleton<FormTargets>();
        services.TryAddSingleton(_ => new SignInRate());
        services.TryAddScoped<IMailComposer, MailComposer>();
        services.TryAddScoped<ExternalSession>();
        services.TryAddScoped<LinkFormOwner>();
        services.TryAddScoped<ParentSessions>();
        services.AddIdentityCore<OwnUser>().AddUserStore<OwnUserStore>();
        services.TryAddSingleton<IPasswordHashes, IdentityPasswordHashes>();
        services.TryAddScoped<OwnAccountPasskeys>();
        services.TryAddScoped<OwnAccountPurposes>();
        services.TryAddScoped<OwnAccountPages>();
        services.TryAddScoped<OwnSignInSettings>();
        services.TryAddSingleton<OfferedLetters>();
        return services;
    }
}
