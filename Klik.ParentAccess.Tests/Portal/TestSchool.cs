using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Development.Mailbox;
using Klik.ParentAccess.Tests.Letters;
using Klik.Portal.Schools;
using Klik.Portal.Storage;
using Klik.Portal.Students;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>A school of a running portal, for one test alone.</summary>
public sealed class TestSchool(ITestPortal portal, SchoolId id)
{
    /// <summary>The user name of an administrator of every test school.</summary>
    public const string Administrator = "beheer";

    private int _students;

    public SchoolId Id => id;

    public ITestPortal Portal => portal;

    /// <summary>The school's base, without a slash at the end.</summary>
    public string Address => $"{portal.Address}/{id}";

    /// <summary>Adds a student, as an import would.</summary>
    public async Task<TestStudent> AddStudentAsync(string givenName = "Sanne", string familyName = "de Vries", DateOnly? birthDate = null)
    {
        var number = Interlocked.Increment(ref _students);
        var student = new TestStudent($"{id}-student-{number}", givenName, $"{givenName} {familyName}", $"student{number}");
        await InSchoolAsync(async services =>
        {
            var database = services.GetRequiredService<ParentAccessDbContext>();
            database.Add(new StudentRow
            {
                SchoolId = id.Value,
                Id = student.Id,
                GivenName = givenName,
                FamilyName = familyName,
                DisplayName = student.Name,
                UserName = student.UserName,
                UserNameNormalized = student.UserName.ToLowerInvariant(),
                Address = student.Address,
                AddressNormalized = student.Address.ToLowerInvariant(),
                ClassTitle = "2B",
                BirthDate = birthDate,
                IsActiveInSource = true,
                ChangedAt = DateTimeOffset.UnixEpoch,
            });
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return student;
    }

    /// <summary>The school makes a letter for a student, or prints it again.</summary>
    /// <returns>The code in it.</returns>
    public async Task<string> MakeLetterAsync(TestStudent student)
    {
        var code = "";
        await InSchoolAsync(async services => code = await services.MakeLetterAsync(student.Id));
        return code;
    }

    /// <summary>Does something within the school, behind the pages' back.</summary>
    public async Task InSchoolAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var school = await scope.ServiceProvider.GetRequiredService<EfSchools>().FindAsync(id, TestContext.Current.CancellationToken);
        scope.ServiceProvider.GetRequiredService<CurrentSchool>().Set(school!);
        await work(scope.ServiceProvider);
    }

    /// <summary>A new browser at this school.</summary>
    public Visitor NewVisitor() => new(this);

    /// <summary>The administrator, signed in.</summary>
    public async Task<Visitor> NewAdministratorAsync()
    {
        var administrator = NewVisitor();
        await administrator.SignInAsAdministratorAsync();
        return administrator;
    }

    /// <summary>The link in the latest invitation's mail to an address; waits until the mail has arrived.</summary>
    public async Task<string> InvitationLinkAsync(string address)
    {
        var mail = await MailAsync(address, text => text.Contains("/invitation#", StringComparison.Ordinal));
        return mail.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).First(word => word.Contains("/invitation#", StringComparison.Ordinal));
    }

    /// <summary>The text of the latest mail to an address that looks as asked; waits until it has arrived.</summary>
    public async Task<string> MailAsync(string address, Func<string, bool> looks)
    {
        var mailbox = portal.Services.GetRequiredService<Mailbox>();
        return await Eventually.FindAsync(() => mailbox.Mails
            .Where(delivered => string.Equals(delivered.Mail.To.Value, address, StringComparison.OrdinalIgnoreCase))
            .Select(delivered => delivered.Mail.Content.Text)
            .FirstOrDefault(text => looks(text) && text.Contains(Address, StringComparison.Ordinal)));
    }
}
