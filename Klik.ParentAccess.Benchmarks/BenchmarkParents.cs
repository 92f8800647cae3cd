using System.Globalization;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.Portal.Accounts;
using Klik.Portal.Schools;
using Klik.Portal.Storage;
using Klik.Portal.Storage.Links;
using Klik.Portal.Students;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>Gives students in a seeded school a parent for every two of them.</summary>
internal static class BenchmarkParents
{
    public static string AccountId(int number) => string.Create(CultureInfo.InvariantCulture, $"parent-{number}");

    /// <summary>Makes parents of two children each, spread over the school.</summary>
    public static async Task MakeAsync(IServiceProvider services, SchoolId school, int parents)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentSchool>().Set(new School(school, "Benchmark"));
        var database = scope.ServiceProvider.GetRequiredService<ParentAccessDbContext>();
        var personalData = scope.ServiceProvider.GetRequiredService<PersonalData>();
        var now = TimeProvider.System.GetUtcNow();
        var students = await database.Set<StudentRow>().OrderBy(student => student.Id).Select(student => student.Id).ToListAsync();
        var step = students.Count / parents;
        for (var i = 0; i < parents; i++)
        {
            var name = AccountId(i);
            database.Add(new PortalUser { SchoolId = school.Value, Id = name, UserName = name, UserNameNormalized = name.ToUpperInvariant(), NamedAt = now });
            foreach (var student in new[] { students[i * step], students[(i * step) + 1] })
            {
                database.Add(new LinkRow
                {
                    SchoolId = school.Value,
                    Id = Guid.CreateVersion7(now),
                    StudentId = student,
                    AccountId = name,
                    Name = personalData.Protect("Jan de Vries").Value,
                    Origin = LinkOrigin.Invitation,
                    Since = now,
                });
            }
        }

        await database.SaveChangesAsync();
    }
}
