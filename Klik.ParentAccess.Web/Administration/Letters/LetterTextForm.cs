using Klik.ParentAccess.Core.Letters;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Administration.Letters;

/// <summary>The form with the text of letters in a language, as it was filled in.</summary>
/// <param name="Language">One of <see cref="LetterLanguage.All"/>.</param>
/// <param name="Title">The heading.</param>
/// <param name="Introduction">Above the code.</param>
/// <param name="Steps">A step a line.</param>
/// <param name="Closing">Below the steps.</param>
public sealed record LetterTextForm(string Language, string Title, string Introduction, string Steps, string Closing)
{
    internal const string TitleField = "title";
    internal const string IntroductionField = "introduction";
    internal const string StepsField = "steps";
    internal const string ClosingField = "closing";

    /// <summary>The form with a text as it is.</summary>
    public static LetterTextForm Of(string language, LetterText text) =>
        new(language, text.Title, text.Introduction, string.Join('\n', text.Steps), text.Closing);

    /// <summary>The text that it says.</summary>
    public LetterText ToText() => new(
        Title.Trim(), Introduction.Trim(), Steps.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), Closing.Trim());

    internal static LetterTextForm Of(string language, IFormCollection form) =>
        new(language, Read(form[TitleField]), Read(form[IntroductionField]), Read(form[StepsField]), Read(form[ClosingField]));

    private static string Read(string? value) => (value ?? "").ReplaceLineEndings("\n");
}
