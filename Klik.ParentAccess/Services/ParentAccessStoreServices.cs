using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Core.Throttling;
using Klik.ParentAccess.Core.Views;
using Klik.ParentAccess.Indexes;
using Klik.ParentAccess.Migrations;
using Klik.ParentAccess.Records;
using Klik.ParentAccess.Services.Accounts;
using Klik.ParentAccess.Services.Invitations;
using Klik.ParentAccess.Services.Links;
using Klik.ParentAccess.Services.Outbox;
using Klik.ParentAccess.Services.OwnAccounts;
using Klik.ParentAccess.Services.Protection;
using Klik.ParentAccess.Services.Storage;
using Klik.ParentAccess.Services.StudentRecords;
using Klik.ParentAccess.Services.Students;
using Klik.ParentAccess.Services.Throttling;
using Klik.ParentAccess.Services.Views;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Environment.Shell;
using OrchardCore.Users;
using OrchardCore.Users.Handlers;
using YesSql;

namespace Klik.ParentAccess.Services;

/// <summary>The store in the tenant's database, the accounts on Orchard's users, and the students.</summary>
internal static class ParentAccessStoreServices
{
    /// <summary>Adds them. To be called after OrchardCore.Users has added its own.</summary>
    public static IServiceCollection AddParentAccessStore(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDataMigration<InvitationMigrations>();
        services.AddDataMigration<StoreMigrations>();
        services.AddDataMigration<OwnAccountMigrations>();
        services.AddIndexProvider<InvitationPartIndexProvider>();

        services.AddSingleton(provider => new WriteGate(isOneAtATime: provider.GetRequiredService<IStore>().Configuration.SqlDialect.Name == "Sqlite"));
        services.AddSingleton<IStoreFaults>(new DatabaseFaults(problem => (problem as SqliteException)?.SqliteExtendedErrorCode));
        services.AddScoped<TenantDatabase>();
        services.AddScoped<TenantTransactions>();
        services.AddScoped<RecordsVersion>();
        services.AddScoped<RowLocks>();
        services.AddScoped<HiddenItems>();
        services.AddScoped<InvitationItems>();
        services.AddScoped<UnitsOfWork>();
        services.AddScoped<IParentAccessStore, YesSqlParentAccessStore>();
        services.AddScoped<IInvitationStore, YesSqlInvitationStore>();
        services.AddScoped<ILinkStore, SqlLinkStore>();
        services.AddScoped<IOutboxStore, SqlOutboxStore>();
        services.AddScoped<IViewLog, SqlViewLog>();
        services.AddScoped<IOwnAccountStore, SqlOwnAccountStore>();
        services.AddScoped<IAttemptCounters, SqlAttemptCounters>();
        services.AddScoped<ProtectedInvitations>();
        services.AddScoped<IProtectedRows, TenantProtectedRows>();

        services.AddScoped<UserNames>();
        services.AddScoped<ParentUsers>();
        services.AddScoped<ParentStamps>();
        services.AddScoped<ParentStatus>();
        services.AddScoped<IParentAccounts, OrchardParentAccounts>();
        services.AddScoped<IUserEventHandler, ParentUserHandler>();
        services.SpeakForParents();

        services.AddSingleton<StudentRole>();
        services.TryAddScoped<IStudentDetails, UserNameDetails>();
        services.AddScoped<StudentTable>();
        services.AddScoped<StudentSuccession>();
        services.AddScoped<IStudents, TenantStudents>();
        services.AddScoped<StudentUserHandler>();
        services.AddScoped<IUserEventHandler>(provider => provider.GetRequiredService<StudentUserHandler>());
        services.AddScoped<StudentUsers>();
        services.AddScoped<IFeatureEventHandler>(provider => provider.GetRequiredService<StudentUsers>());
        return services;
    }

    // Each validator that judges users is asked about everybody but parents.
    private static void SpeakForParents(this IServiceCollection services)
    {
        for (var index = 0; index < services.Count; index++)
        {
            if (services[index] is { ServiceType: var type, IsKeyedService: false } other && type == typeof(IUserValidator<IUser>))
            {
                services[index] = ServiceDescriptor.Describe(type, provider => new ParentUserValidator(Make(provider, other)), other.Lifetime);
            }
        }
    }

    private static IUserValidator<IUser> Make(IServiceProvider provider, ServiceDescriptor descriptor) =>
        (IUserValidator<IUser>)(descriptor.ImplementationInstance
            ?? descriptor.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, descriptor.ImplementationType!));
}
