using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Klik.ParentAccess.Core.Observability;

/// <summary>What is counted and traced. Nothing personal is in a tag.</summary>
public sealed class ParentAccessMetrics
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Klik.ParentAccess";

    private readonly Counter<long> _invitationsSent;
    private readonly Counter<long> _invitationsAccepted;
    private readonly Counter<long> _consentsWithdrawn;
    private readonly Counter<long> _signIns;
    private readonly Counter<long> _mail;
    private readonly Counter<long> _codes;

    /// <summary>Makes the instruments.</summary>
    public ParentAccessMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _invitationsSent = meter.CreateCounter<long>("parent_access.invitations.sent", "{invitation}");
        _invitationsAccepted = meter.CreateCounter<long>("parent_access.invitations.accepted", "{invitation}");
        _consentsWithdrawn = meter.CreateCounter<long>("parent_access.consents.withdrawn", "{consent}");
        _signIns = meter.CreateCounter<long>("parent_access.sign_ins", "{sign-in}", "By outcome: allowed or refused.");
        _mail = meter.CreateCounter<long>("parent_access.mail", "{message}", "By outcome: sent, delayed, held or failed.");
        _codes = meter.CreateCounter<long>("parent_access.letters.codes", "{attempt}", "By outcome: allowed, refused or throttled.");
    }

    /// <summary>Where traces of the product's own work begin.</summary>
    public static ActivitySource Source { get; } = new(Name);

    internal void InvitationSent() => _invitationsSent.Add(1);

    internal void InvitationAccepted() => _invitationsAccepted.Add(1);

    internal void ConsentWithdrawn() => _consentsWithdrawn.Add(1);

    internal void SignIn(bool allowed) => _signIns.Add(1, new KeyValuePair<string, object?>("outcome", allowed ? "allowed" : "refused"));

    internal void Mail(string outcome) => _mail.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    internal void CodeRedeemed(string outcome) => _codes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
