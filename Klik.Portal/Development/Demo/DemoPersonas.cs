using Klik.ParentAccess.Development.IdentityProvider;
using Klik.Portal.Hosting;
using Klik.Portal.Schools;
using Klik.Portal.Storage;
using Klik.Portal.Students;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Development.Demo;

/// <summary>The people of the demo school, to sign in as.</summary>
internal sealed class DemoPersonas(EfSchools schools, SchoolScopes scopes) : IDevelopmentPersonas
{
    private const int Most = 60;

    public async ValueTask<IReadOnlyList<DevelopmentPersona>> ListAsync(CancellationToken cancellationToken)
    {
        if (await schools.FindAsync(DemoSchool.Id, cancellationToken) is not { } school)
        {
            return [];
        }

        var personas = new List<DevelopmentPersona>();
        await scopes.RunAsync(school, async services =>
        {
            var students = await services.GetRequiredService<ParentAccessDbContext>().Set<StudentRow>()
                .Where(student => student.UserName != null)
                .OrderBy(student => student.GivenName).ThenBy(student => student.FamilyName)
                .Take(Most)
                .ToListAsync(cancellationToken);
            personas.AddRange(students.Select(student => new DevelopmentPersona($"{student.DisplayName} ({student.ClassTitle})", student.UserName!, "student")));
        });
        personas.Add(new DevelopmentPersona("Beheerder", DemoSchool.Administrator, "administrator"));
        return personas;
    }
}
