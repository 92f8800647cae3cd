using Klik.ParentAccess.Core.Privacy;

namespace Klik.ParentAccess.Core.Throttling;

/// <summary>What attempts are counted by.</summary>
/// <param name="Value">At most 100 ASCII characters, and nothing personal: accounts, addresses and networks are in it as keyed hashes.</param>
/// <param name="Window">How long attempts are counted together, from the first one on; after that counting starts anew.</param>
public sealed record AttemptKey(string Value, TimeSpan Window)
{
    /// <summary>What the attempts of somebody or something are counted by.</summary>
    /// <param name="kind">What it is, in a word of its own.</param>
    /// <param name="what">Who or which.</param>
    /// <param name="window">How long they are counted together.</param>
    /// <param name="personalData">Hashes it.</param>
    internal static AttemptKey Of(string kind, string what, TimeSpan window, PersonalData personalData) =>
        new($"{kind}:{personalData.Hashes($"attempts-{kind}", what)[0]}", window);
}
