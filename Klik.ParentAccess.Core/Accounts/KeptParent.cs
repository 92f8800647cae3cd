using Klik.ParentAccess.Core.Views;

namespace Klik.ParentAccess.Core.Accounts;

/// <summary>What is kept of a parent, as stored (rule I13).</summary>
/// <param name="Account">The account.</param>
/// <param name="Login">The external account; null where the account has none.</param>
/// <param name="Views">What the parent looked at, the latest first; at most <see cref="MostViews"/>.</param>
public sealed record KeptParent(ParentAccount Account, ExternalLogin? Login, IReadOnlyList<View> Views)
{
    /// <summary>How many looks are given at most.</summary>
    public const int MostViews = 10_000;
}
