using System.Security.Cryptography;
using System.Text;
using Klik.ParentAccess.Tests.SignIn;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>What honest and less honest providers say of somebody.</summary>
internal static class Persona
{
    /// <summary>A gmail.com account: Google is authoritative for its address.</summary>
    public static TokenPlan Gmail(string address) => Google(address, verified: true);

    /// <summary>A Google account with whatever address.</summary>
    public static TokenPlan Google(string address, bool verified, string? hostedDomain = null)
    {
        var plan = new TokenPlan { Subject = SubjectOf("google", address) }.With("email", address).With("email_verified", verified);
        return hostedDomain is null ? plan : plan.With("hd", hostedDomain);
    }

    /// <summary>A personal Microsoft account: Microsoft is authoritative for its address.</summary>
    public static TokenPlan MicrosoftPersonal(string address) => Microsoft(address, TokenPlan.PersonalTenant);

    /// <summary>An account of a work tenant, whose administrator can write any address into it.</summary>
    public static TokenPlan MicrosoftWork(string address) => Microsoft(address, TokenPlan.ForeignTenant);

    private static TokenPlan Microsoft(string address, string tenant) =>
        new TokenPlan { Subject = SubjectOf("microsoft", address) }.With("email", address).With("tid", tenant);

    /// <summary>As with a real provider, the subject tells nothing of the address.</summary>
    private static string SubjectOf(string provider, string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{provider} {address}")));
}
