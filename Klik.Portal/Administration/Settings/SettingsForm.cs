using Klik.ParentAccess.Core.Schools;

namespace Klik.Portal.Administration.Settings;

/// <summary>The form with the school's settings, as it was filled in.</summary>
/// <param name="Name">The school's name.</param>
/// <param name="Language">The tag of its language.</param>
/// <param name="TimeZone">The name of its time zone.</param>
/// <param name="AccentColor">Its colour, or nothing for the product's own.</param>
/// <param name="ShowsConversations">Whether parents see the conversations (rule I15).</param>
/// <param name="AllowsOwnAccounts">Whether parents can have an account at the school itself (rules L4, L5).</param>
public sealed record SettingsForm(string? Name, string? Language, string? TimeZone, string? AccentColor, bool ShowsConversations, bool AllowsOwnAccounts)
{
    /// <summary>The form with the settings as they are.</summary>
    public static SettingsForm Of(School school) =>
        new(school.Name, school.Language, school.TimeZone, school.AccentColor, school.ShowsConversations, school.AllowsOwnAccounts);

    /// <summary>Reads the form that a browser posted; a box without a tick is not posted.</summary>
    public static async Task<SettingsForm> ReadAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return new SettingsForm(
            form["name"],
            form["language"],
            form["timeZone"],
            form["accentColor"],
            form["showsConversations"] == "true",
            form["allowsOwnAccounts"] == "true");
    }

    /// <summary>Judges what was filled in.</summary>
    /// <param name="school">The school as it is.</param>
    /// <param name="languages">The tags of the languages that there are.</param>
    /// <param name="changed">The school as it becomes; as it is where anything is wrong.</param>
    /// <returns>What is wrong.</returns>
    public SettingsProblems Apply(School school, IEnumerable<string> languages, out School changed)
    {
        var nameProblem = SchoolName.TryParse(Name, out var name);
        var knowsLanguage = languages.Contains(Language, StringComparer.Ordinal);
        var knowsTimeZone = SchoolTimeZone.TryParse(TimeZone, out var timeZone);
        var problems = new SettingsProblems(nameProblem, !knowsLanguage, !knowsTimeZone, HasWrongAccent);
        changed = problems.IsAny
            ? school
            : school with
            {
                Name = name,
                Language = Language!,
                TimeZone = timeZone,
                AccentColor = Accent()?.ToString(),
                ShowsConversations = ShowsConversations,
                AllowsOwnAccounts = AllowsOwnAccounts,
            };
        return problems;
    }

    /// <summary>The colour that was filled in, if it is one.</summary>
    public AccentColor? Accent() => ParentAccess.Core.Schools.AccentColor.TryParse(AccentColor, out var color) ? color : null;

    private bool HasWrongAccent => !string.IsNullOrWhiteSpace(AccentColor) && Accent() is null;
}
