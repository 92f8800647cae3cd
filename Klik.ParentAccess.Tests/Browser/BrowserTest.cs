using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Browser;

/// <summary>What all tests in a browser have: people with a browser each, in which nothing may go wrong unseen.</summary>
[Collection(BrowserGroup.Name)]
public abstract class BrowserTest(BrowserWorld world) : IAsyncLifetime
{
    private readonly List<Person> _people = [];

    protected RunningPortal Portal => world.Portal;

    public ValueTask InitializeAsync()
    {
        // Skips where there is no browser, before the portal is asked for anything.
        _ = world.Browser;
        return ValueTask.CompletedTask;
    }

    /// <summary>Everything that went wrong out of sight fails the test here: errors in the console, assets that are not there.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
        {
            await person.DisposeAsync();
        }

        Assert.Empty(_people.SelectMany(person => person.Troubles));
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody with a fresh browser at a school.</summary>
    internal async Task<Person> NewPersonAsync(TestSchool school, string language = "en", int width = Screen.Phone, bool withScript = true)
    {
        var person = await Person.ArriveAsync(world.Browser, school, language, width, withScript);
        _people.Add(person);
        return person;
    }
}
