using System.Diagnostics.CodeAnalysis;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>The words that stand for a <see cref="SignInProblem"/> in <c>?problem=</c>.</summary>
internal static class SignInProblems
{
    /// <summary>The parameter that carries the word.</summary>
    public const string Parameter = "problem";

    private static readonly Dictionary<string, SignInProblem> ByWord = new(StringComparer.Ordinal)
    {
        ["cancelled"] = SignInProblem.Cancelled,
        ["expired"] = SignInProblem.Expired,
        ["signed-out"] = SignInProblem.SignedOut,
        ["refused"] = SignInProblem.Refused,
        ["unavailable"] = SignInProblem.Unavailable,
    };

    /// <summary>The word for a problem.</summary>
    public static string ToWord(this SignInProblem problem) => ByWord.First(pair => pair.Value == problem).Key;

    /// <summary>Reads a word; anything else is no problem that a page may show.</summary>
    public static bool TryParse(string? word, [NotNullWhen(true)] out SignInProblem? problem)
    {
        problem = word is not null && ByWord.TryGetValue(word, out var found) ? found : null;
        return problem is not null;
    }
}
