using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>
/// A letter's words in one language. Each language is one file in <c>Letters/Texts</c>; another language is one more (rule P8).
/// </summary>
public sealed class LetterLanguage
{
    private const string Fallback = "en";

    private static readonly string Folder = $"{typeof(LetterLanguage).Namespace}.Texts.";
    private static readonly ConcurrentDictionary<string, LetterLanguage> Languages = new(StringComparer.Ordinal);

    private LetterLanguage(string code, File file)
    {
        Code = code;
        Culture = CultureInfo.GetCultureInfo(code);
        Labels = file.Labels;
        Text = file.Text;
    }

    /// <summary>The languages that there are letters in, two letters each.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(LetterLanguage).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^".json".Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The language, two letters.</summary>
    public string Code { get; }

    /// <summary>The text for a school that has none of its own.</summary>
    public LetterText Text { get; }

    internal CultureInfo Culture { get; }

    internal LetterLabels Labels { get; }

    /// <summary>Whether there are letters in a language.</summary>
    /// <param name="code">Two letters; null for one that is not known.</param>
    public static bool Has([NotNullWhen(true)] string? code) => code is not null && All.Contains(code);

    /// <summary>The language asked for; English where there are no letters in it.</summary>
    /// <param name="code">Two letters.</param>
    public static LetterLanguage Of(string? code) => Languages.GetOrAdd(Has(code) ? code : Fallback, Read);

    private static LetterLanguage Read(string code)
    {
        using var file = typeof(LetterLanguage).Assembly.GetManifestResourceStream($"{Folder}{code}.json")!;
        return new LetterLanguage(code, JsonSerializer.Deserialize<File>(file, Strict)!);
    }

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private sealed record File(LetterLabels Labels, LetterText Text);
}
