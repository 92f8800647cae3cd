namespace Klik.ParentAccess.Web.OwnAccounts;

/// <summary>What a page asks the browser to do with a passkey.</summary>
/// <param name="Options">For the browser's own interface, as JSON.</param>
/// <param name="State">What was asked, protected; it comes back with the answer.</param>
public sealed record PasskeyQuestion(string Options, string State);
