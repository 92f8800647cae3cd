using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>Who comes to the linking page, and the school whose letter they have.</summary>
internal static class LinkingVisits
{
    public const string Refusal = "With this it does not work";

    public static readonly DateOnly BirthDate = new(2012, 5, 17);

    public static Visitor Parent(TestSchool school, string address)
    {
        var parent = school.NewVisitor();
        parent.Plan = Persona.Gmail(address);
        return parent;
    }

    public static async Task<Visitor> ParentWithAccessAsync(TestSchool school, string address)
    {
        var parent = Parent(school, address);
        await parent.RegisterByLetterAsync(await school.MakeLetterAsync(await school.AddStudentAsync("Noor")));
        return parent;
    }

    public static async Task<VisitedPage> FailAsync(Visitor guesser, string unknown, int times)
    {
        var form = await guesser.FollowLetterAsync(unknown);
        for (var i = 0; i < times; i++)
        {
            form = await guesser.SubmitAsync(form, "/a/link", ("displayName", "Gus"));
            Assert.Contains(Refusal, form.Text, StringComparison.Ordinal);
        }

        return form;
    }

    public static async Task<(TestSchool School, TestStudent Sanne, string Code)> SchoolWithLetterAsync(RunningPortal portal, DateOnly? birthDate = null)
    {
        var school = await portal.NewSchoolAsync();
        var sanne = await school.AddStudentAsync(birthDate: birthDate);
        return (school, sanne, await school.MakeLetterAsync(sanne));
    }
}
