using Klik.Portal.Storage;
using Klik.Portal.Students;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Browser;

/// <summary>The parent's pages, in each of their states, with ordinary and with absurdly long texts.</summary>
[Trait("Rule", "P9")]
public sealed class ParentAccessibilityTests(BrowserWorld world) : AccessibilityTest(world)
{
    [Theory]
    [InlineData("")]
    [InlineData(SampleRecord.LongWord)]
    public async Task Pages_of_the_parent_are_usable_for_everybody(string mark)
    {
        var school = await Portal.NewSchoolAsync();
        var sanne = await school.AddStudentAsync("Sanne", $"de Vries{mark}");
        await school.FillRecordAsync(sanne, mark);
        var daan = await school.AddStudentAsync($"Daan{mark}");
        var address = $"ouder.{school.Id}@gmail.com";
        foreach (var student in new[] { sanne, daan })
        {
            await InviteAsync(await SignedInStudentAsync(school, student), $"Jan de Vries {mark}", address);
        }

        var parent = await SignedInParentAsync(school, address, "nl");
        var kind = mark.Length > 0 ? " long" : "";
        await LookAsync(parent, $"parents{kind}");
        foreach (var student in new[] { sanne, daan })
        {
            var state = student == daan ? " empty" : kind;
            var front = $"/parents/students/{student.Id}";
            await parent.OpenAsync(front);
            await LookAsync(parent, $"student{state}");
            foreach (var part in new[] { "grades", "progress", "assessments", "goals", "links", "conversations" })
            {
                await parent.OpenAsync($"{front}/{part}");
                await LookAsync(parent, $"{part}{state}");
            }
        }

        await school.InSchoolAsync(async services => await services.GetRequiredService<ParentAccessDbContext>().Set<StudentRow>()
            .Where(row => row.Id == sanne.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsActiveInSource, false), TestContext.Current.CancellationToken));
        foreach (var (name, path) in new[]
        {
            ("parents inactive", "/parents"),
            ("student inactive", $"/parents/students/{sanne.Id}"),
            ("settings", "/parents/settings"),
            ("settings saved", "/parents/settings?saved"),
            ("settings data", "/parents/settings/data"),
            ("settings delete", "/parents/settings/delete"),
            ("parent not for you", "/profile/parents"),
            ("parent not found", "/parents/students/nobody"),
        })
        {
            await parent.OpenAsync(path);
            await LookAsync(parent, name + kind);
        }

        ShowFindings();
    }
}
