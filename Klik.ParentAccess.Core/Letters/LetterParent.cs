using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>Who redeems a code: signed in first, always.</summary>
public abstract record LetterParent
{
    private LetterParent()
    {
    }

    /// <summary>A parent with an account, signed in (rule L6).</summary>
    /// <param name="AccountId">The account.</param>
    public sealed record Known(string AccountId) : LetterParent;

    /// <summary>Somebody who has signed in at a provider and sees no student yet (rule L5). The account is made with the link, so
    /// that nothing is kept of who only tried.</summary>
    /// <param name="Identity">Who the provider says it is.</param>
    /// <param name="DisplayName">The name as typed, for the student to see (rule P5).</param>
    public sealed record Newcomer(ExternalIdentity Identity, string? DisplayName) : LetterParent
    {
        /// <summary>Hidden, so that no name reaches a log by being formatted (rule I13).</summary>
        public override string ToString() => "(new parent)";
    }
}
