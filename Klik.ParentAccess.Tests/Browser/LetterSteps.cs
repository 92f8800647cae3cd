using Microsoft.Playwright;

namespace Klik.ParentAccess.Tests.Browser;

/// <summary>The steps from a letter to the linked child, as a person takes them.</summary>
internal static class LetterSteps
{
    /// <summary>The button of who has an account already.</summary>
    public static ILocator LinkButton(this Person parent) => parent.Page.GetByRole(AriaRole.Button, new() { Name = parent.Say("Link"), Exact = true });

    /// <summary>Fills in a name and presses the button of who has no account yet.</summary>
    public static async Task RegistersAsync(this Person parent, string name = "Jan de Vries")
    {
        await parent.Field("Your name").FillAsync(name);
        await parent.Button("Register and link").ClickAsync();
    }

    /// <summary>Fills in the child's date of birth and presses the same button again.</summary>
    public static async Task SaysBirthDateAsync(this Person parent, string date)
    {
        await parent.Field("Your child's date of birth").FillAsync(date);
        await parent.Button("Register and link").ClickAsync();
    }

    /// <summary>Opens a letter's link. What the script does with the part after #, somebody without it does by hand.</summary>
    public static async Task OpensLetterAsync(this Person parent, string code, bool withScript)
    {
        await parent.OpenAsync($"/a#{code}");
        if (!withScript)
        {
            await parent.Field("The code in the letter").FillAsync(code);
        }

        await Assertions.Expect(parent.Field("The code in the letter")).ToHaveValueAsync(code);
    }

    /// <summary>Comes with a letter, registers and is linked.</summary>
    public static async Task RegistersByLetterAsync(this Person parent, string account, string code, bool withScript)
    {
        await parent.OpensLetterAsync(code, withScript);
        await parent.ContinueWithGoogleAsync(account, "Register with Google");
        await parent.RegistersAsync();
        await parent.IsAtAsync("/parents/settings");
    }

    /// <summary>Sees that the child is linked, among these.</summary>
    public static async Task SeesLinkedAsync(this Person parent, params IEnumerable<string> children)
    {
        await parent.IsAtAsync("/parents/settings");
        await parent.SeesAsync(parent.Say("Your child is linked"));
        foreach (var child in children)
        {
            await parent.SeesAsync(child);
        }
    }
}
