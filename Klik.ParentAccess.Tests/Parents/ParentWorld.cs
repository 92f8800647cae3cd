using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Tests.Fakes;
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
    private readonly FakeSchool _school;

    private ParentWorld(WebApplication app, FakeSchool school) => (_app, _school) = (app, school);

    public FakeSchoolContext School => _school.Context;

    /// <summary>What is stored; a test may put in more.</summary>
    public FakeState State
    {
        get => _school.State;
        set => _school.Store.Commit(value);
    }

    public FakeRecords Records => _app.Services.GetRequiredService<FakeRecords>();

    public FakePeople People => _app.Services.GetRequiredService<FakePeople>();

    public FixedClock Clock => _school.Clock;

    public static async Task<ParentWorld> StartAsync()
    {
        var school = new FakeSchool();
        school.Context.School = new School(SchoolId.Parse("demo"), "De Linde");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        school.AddTo(builder.Services);
        builder.Services.AddParentAccessWeb();
        builder.Services.AddRazorComponents();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<FakeRecords>().AddSingleton<IStudentRecords>(services => services.GetRequiredService<FakeRecords>());
        builder.Services.AddSingleton<FakePeople>().AddSingleton<IPeople>(services => services.GetRequiredService<FakePeople>());
        builder.Services.AddSingleton<IPages, FakePages>();

        var app = builder.Build();
        app.UsePathBase("/demo");
        app.UseRouting();
        app.UseParentAccessLanguage(_ => "nl");
        var pages = app.MapGroup("").MapSchoolPages();
        pages.MapParents();
        pages.MapAccountDeleted();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ParentWorld(app, school);
    }

    /// <summary>A parent who is signed in.</summary>
    public ParentClient Parent(string accountId, string userName = "Jan de Vries")
    {
        var address = new PersonalData(School).Protect($"{accountId}@example.nl");
        var account = new ParentAccount(accountId, userName, Clock.GetUtcNow(), address, null, null, NotificationPreferences.Default);
        var login = new ExternalLogin(ExternalProvider.Google, "https://accounts.google.com", $"number of {accountId}");
        State = State with { Accounts = State.Accounts.SetItem(accountId, new FakeAccount(account, login, null)) };
        var session = $"session of {accountId}";
        People.Sessions[session] = accountId;
        return new ParentClient(_app.GetTestServer(), session);
    }

    /// <summary>Somebody who is not signed in.</summary>
    public ParentClient Anonymous() => new(_app.GetTestServer(), session: null);

    /// <summary>A student lets a parent look along.</summary>
    public Link Link(string accountId, string studentId, string givenName = "Sanne", bool isActive = true, string? classTitle = "3 havo A")
    {
        var now = Clock.GetUtcNow();
        var student = new Student(StudentId.Parse(studentId), givenName, $"{givenName} de Vries", isActive) { ClassTitle = classTitle };
        _school.Students.Put(student);
        var link = new Link(Guid.CreateVersion7(now), student.Id, accountId, new ProtectedText("name"), LinkOrigin.Invitation, now);
        State = State with { Links = State.Links.Add(link.Id, link) };
        return link;
    }

    /// <summary>A student withdraws consent.</summary>
    public void Withdraw(string accountId, string studentId)
    {
        var link = State.Links.Values.Single(link => link.AccountId == accountId && link.StudentId.Value == studentId);
        State = State with { Links = State.Links.Remove(link.Id) };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _school.DisposeAsync();
    }
}
