namespace Klik.ParentAccess.Web.Letters;

/// <summary>The names of the fields on the linking page.</summary>
internal static class LetterFields
{
    /// <summary>The code of the letter.</summary>
    public const string Code = "code";

    /// <summary>The name of a parent who has no account yet (rule L5).</summary>
    public const string DisplayName = "displayName";

    /// <summary>The child's date of birth, where it is asked for (rule L7).</summary>
    public const string BirthDate = "birthDate";

    /// <summary>For whom the form was shown (<see cref="LinkFormOwner"/>).</summary>
    public const string Owner = "owner";

    /// <summary>The challenge as it was given, where there was one.</summary>
    public const string Challenge = "challenge";

    /// <summary>The proof of the browser's work on the challenge.</summary>
    public const string Proof = "proof";

    /// <summary>Whether the person chose to register or to sign in (rule L4).</summary>
    public const string Choice = "account";

    /// <summary>The choice to register.</summary>
    public const string NewAccount = "new";

    /// <summary>The choice to sign in.</summary>
    public const string ExistingAccount = "existing";
}
