using Klik.ParentAccess.Core;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Tests.SignIn;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.Parents;
using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Tests.Parents;

/// <summary>A school with parents who look along, behind a small host.</summary>
internal sealed class ParentWorld : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ParentWorld(WebApplication app) => _app = app;

    public FakeSchool School => _app.Services.GetRequiredService<FakeSchool>();

    public FakeStore Store => _app.Services.GetRequiredService<FakeStore>();

    public FakeRecords Records => _app.Services.GetRequiredService<FakeRecords>();

    public FakePeople People => _app.Services.GetRequiredService<FakePeople>();

    public AdjustableClock Clock => _app.Services.GetRequiredService<AdjustableClock>();

    public static async Task<ParentWorld> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddParentAccessCore();
        builder.Services.AddParentAccessWeb();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<FakeSchool>().AddSingleton<ICurrentSchool>(services => services.GetRequiredService<FakeSchool>());
        builder.Services.AddSingleton<ISchoolKeys>(services => services.GetRequiredService<FakeSchool>());
        builder.Services.AddSingleton<FakeStore>().AddSingleton<IParentAccessStore>(services => services.GetRequiredService<FakeStore>());
        builder.Services.AddSingleton<FakeRecords>().AddSingleton<IStudentRecords>(services => services.GetRequiredService<FakeRecords>());
        builder.Services.AddSingleton<FakePeople>().AddSingleton<IPeople>(services => services.GetRequiredService<FakePeople>());
        builder.Services.AddSingleton<IPages, FakePages>();
        builder.Services.AddSingleton<AdjustableClock>().AddSingleton<TimeProvider>(services => services.GetRequiredService<AdjustableClock>());

        var app = builder.Build();
        app.UsePathBase("/demo");
        app.UseRouting();
        app.UseParentAccessLanguage(_ => "nl");
        var pages = app.MapGroup("").MapSchoolPages();
        pages.MapParents();
        pages.MapAccountDeleted();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ParentWorld(app);
    }

    /// <summary>A parent who is signed in.</summary>
    public ParentClient Parent(string accountId, string userName = "Jan de Vries")
    {
        var address = new PersonalData(School).Protect($"{accountId}@example.nl");
        Store.Accounts.All[accountId] = new ParentAccount(accountId, userName, Clock.GetUtcNow(), address, null, null, NotificationPreferences.Default);
        var session = $"session of {accountId}";
        People.Sessions[session] = accountId;
        return new ParentClient(_app.GetTestServer(), session);
    }

    /// <summary>Somebody who is not signed in.</summary>
    public ParentClient Anonymous() => new(_app.GetTestServer(), session: null);

    /// <summary>A student lets a parent look along.</summary>
    public LinkedStudent Link(string accountId, string studentId, string givenName = "Sanne", bool isActive = true, string? classTitle = "3 havo A")
    {
        var now = Clock.GetUtcNow();
        var student = new LinkedStudent(Guid.CreateVersion7(now), StudentId.Parse(studentId), givenName, $"{givenName} de Vries", classTitle, isActive, now, LastVisit: null);
        Store.Linked.Add((accountId, student));
        return student;
    }

    /// <summary>A student withdraws consent.</summary>
    public void Withdraw(string accountId, string studentId) =>
        Store.Linked.RemoveAll(link => link.AccountId == accountId && link.Student.StudentId.Value == studentId);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
