using Klik.ParentAccess.Tests.Portal;
using Microsoft.Playwright;

namespace Klik.ParentAccess.Tests.Browser;

/// <summary>Somebody with a browser of their own: no cookies of others, one language, one screen.</summary>
internal sealed class Person : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private Person(IBrowserContext context, IPage page, TestSchool school, string language)
    {
        (_context, Page, School, Language) = (context, page, school, language);
        context.Request += (_, request) => Requests.Add(request);
        context.Response += (_, response) => Watch(response);
        context.RequestFailed += (_, request) => Watch(request);
        context.Console += (_, message) => Watch(message);
        context.WebError += (_, error) => Troubles.Add($"{Where}: {error.Error}");
    }

    public IPage Page { get; }

    public TestSchool School { get; }

    public string Language { get; }

    /// <summary>Every request that the browser made.</summary>
    public List<IRequest> Requests { get; } = [];

    /// <summary>What went wrong out of sight.</summary>
    public List<string> Troubles { get; } = [];

    /// <summary>Whether the next pages may answer that something broke.</summary>
    public bool ExpectsProblems { get; set; }

    private string Where => Page.Url;

    public static async Task<Person> ArriveAsync(IBrowser browser, TestSchool school, string language, int width, bool withScript)
    {
        var context = await browser.NewContextAsync(new()
        {
            Locale = language == "nl" ? "nl-NL" : "en-GB",
            TimezoneId = "Europe/Amsterdam",
            ViewportSize = new() { Width = width, Height = width < 600 ? 740 : 900 },
            JavaScriptEnabled = withScript,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        return new Person(context, await context.NewPageAsync(), school, language);
    }

    /// <summary>The words on the page, in this person's language.</summary>
    /// <param name="english">The words in English.</param>
    public string Say(string english) => Words.In(Language, english);

    /// <summary>Opens a page below the school's base, or an absolute address.</summary>
    public async Task OpenAsync(string path) =>
        await Page.GotoAsync(path.Contains("://", StringComparison.Ordinal) ? path : School.Address + path);

    public ILocator Heading(string english) => Page.GetByRole(AriaRole.Heading, new() { Name = Say(english), Exact = true });

    public ILocator Button(string english) => Page.GetByRole(AriaRole.Button, new() { Name = Say(english) });

    public ILocator Link(string english) => Page.GetByRole(AriaRole.Link, new() { Name = Say(english) });

    public ILocator Field(string english) => Page.GetByLabel(Say(english));

    public Task SeesHeadingAsync(string english) => Assertions.Expect(Heading(english)).ToBeVisibleAsync();

    public Task SeesAsync(string text) => Assertions.Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync(text);

    /// <summary>Waits until the page is one below the school's base, whatever its query.</summary>
    public Task IsAtAsync(string path) => Assertions.Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(
        $"^{System.Text.RegularExpressions.Regex.Escape(School.Address + path)}(\\?.*)?$"));

    /// <summary>Signs in at the school, from its sign-in page, through the pages of the development provider.</summary>
    public async Task SignInAtSchoolAsync(string userName)
    {
        await Link("Continue with your school account").ClickAsync();
        await Page.GetByLabel("User name").FillAsync(userName);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    /// <summary>Goes on with Google from the page that is open, with an account that is typed.</summary>
    /// <param name="address">The account.</param>
    /// <param name="button">What the button says.</param>
    public async Task ContinueWithGoogleAsync(string address, string button = "Continue with Google")
    {
        await Button(button).First.ClickAsync();
        await Page.GetByLabel("E-mail address").FillAsync(address);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    /// <summary>Opens the mail to an address in the mailbox of Development; waits until it is there.</summary>
    public async Task OpenMailAsync(string address)
    {
        var mail = Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = address }).GetByRole(AriaRole.Link).First;
        for (var i = 0; i < 120; i++)
        {
            await OpenAsync($"{School.Portal.Address}/dev/mail");
            if (await mail.IsVisibleAsync())
            {
                await mail.ClickAsync();
                return;
            }

            await Task.Delay(250, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The mail has not arrived within half a minute.");
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Watch(IResponse response)
    {
        var isPage = response.Request.ResourceType == "document";
        if (response.Status >= (isPage ? 500 : 400) && !ExpectsProblems)
        {
            Troubles.Add($"{Where}: {response.Status} for {response.Url}");
        }
    }

    // A page that is left before it is whole ends what it was loading, and a download ends the visit to its address.
    private void Watch(IRequest request)
    {
        if (request.Failure != "net::ERR_ABORTED")
        {
            Troubles.Add($"{Where}: {request.Failure} for {request.Url}");
        }
    }

    // That something could not be loaded is told better by the response.
    private void Watch(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
        {
            Troubles.Add($"{Where}: {message.Type} in the console: {message.Text}");
        }
    }
}
