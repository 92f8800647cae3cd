using System.Globalization;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Conformance;

/// <summary>What the way from a letter is tested with, over HTTP: a school with letters, and parents who come with one.</summary>
public abstract class LinkingConformance(ILetterHost host) : IAsyncLifetime
{
    protected const string Refusal = "With this it does not work";

    protected static readonly DateOnly BirthDate = new(2012, 5, 17);

    protected ILetterHost Host => host;

    protected ILetterSchool School { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        host.SkipUnlessThere();
        School = await host.NewSchoolAsync();
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>A new student with a letter.</summary>
    protected async Task<(TestStudent Student, string Code)> NewLetterAsync(string givenName = "Sanne", DateOnly? birthDate = null)
    {
        var student = await School.AddStudentAsync(givenName, birthDate);
        return (student, await School.MakeLetterAsync(student));
    }

    /// <summary>Somebody with a Google account of an address; one that nobody else has, if none is given.</summary>
    protected SchoolVisitor NewParent(string? address = null)
    {
        var parent = School.NewVisitor();
        parent.Plan = Persona.Gmail(address ?? NewAddress());
        return parent;
    }

    /// <summary>An address that Google is authoritative for and that nobody else has in this run.</summary>
    protected static string NewAddress(string name = "jan") => $"{Unique(name)}@gmail.com";

    /// <summary>A word that nobody else has in this run.</summary>
    protected static string Unique(string word) =>
        $"{word}{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N", CultureInfo.InvariantCulture)[20..]}";

    /// <summary>A parent who registered with a letter.</summary>
    protected async Task<SchoolVisitor> RegisteredAsync(string code, string name = "Jan")
    {
        var parent = NewParent();
        var page = await parent.RegisterByLetterAsync(code, name);
        Assert.True(page.Path == "/parents/settings", page.Text);
        return parent;
    }

    /// <summary>What a student sees of who has access.</summary>
    protected async Task<VisitedPage> ProfileAsync(TestStudent student)
    {
        using var visitor = await School.SignedInAsync(student);
        return await visitor.OpenAsync("/profile/parents");
    }

    /// <summary>The code in the form of a page.</summary>
    protected static string CodeIn(VisitedPage page) => page.Document.QuerySelector("input[name=code]")!.GetAttribute("value") ?? "";

    /// <summary>Tries a code that no letter has, again and again.</summary>
    protected static async Task<VisitedPage> FailAsync(SchoolVisitor guesser, int times)
    {
        var form = await guesser.FollowLetterAsync(Guessing.UnknownCode());
        for (var i = 0; i < times; i++)
        {
            form = await guesser.SubmitAsync(form, "/a/link", ("displayName", "Gus"));
            Assert.Contains(Refusal, form.Text, StringComparison.Ordinal);
        }

        return form;
    }
}
