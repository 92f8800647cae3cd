namespace Klik.ParentAccess.Development.IdentityProvider;

/// <summary>The accounts to pick from: some that prove their address and some that do not (rule P1).</summary>
internal sealed class ReadyAccounts(IEnumerable<IDevelopmentPersonas> personas)
{
    private const string WorkTenant = "5b8f5a5e-3c0d-4b6f-9d53-0c6f7a1f2e10";

    private static readonly IReadOnlyList<ReadyAccount> Google =
    [
        new("ouder.jansen@gmail.com", "Gmail, verified: the address counts as proof.", Fields(
            (AccountForm.Email, "ouder.jansen@gmail.com"), (AccountForm.EmailVerified, "true"))),
        new("f.yilmaz@bakkerij.example", "Workspace account of bakkerij.example: the address counts as proof.", Fields(
            (AccountForm.Email, "f.yilmaz@bakkerij.example"), (AccountForm.EmailVerified, "true"), (AccountForm.HostedDomain, "bakkerij.example"))),
        new("moeder@thuis.example", "Verified, but of no Workspace: proves nothing.", Fields(
            (AccountForm.Email, "moeder@thuis.example"), (AccountForm.EmailVerified, "true"))),
    ];

    private static readonly IReadOnlyList<ReadyAccount> Microsoft =
    [
        new("ouder.bakker@outlook.com", "Personal account: the address counts as proof.", Fields(
            (AccountForm.Email, "ouder.bakker@outlook.com"), (AccountForm.Tenant, AccountForm.PersonalTenant))),
        new("n.devries@bedrijf.example", "Work account that owns its domain: the address counts as proof.", Fields(
            (AccountForm.Email, "n.devries@bedrijf.example"), (AccountForm.Tenant, WorkTenant), (AccountForm.DomainOwnerVerified, "true"))),
        new("vader@elders.example", "Work account with an address of elsewhere: proves nothing.", Fields(
            (AccountForm.Email, "vader@elders.example"), (AccountForm.Tenant, WorkTenant))),
    ];

    public async Task<IReadOnlyList<ReadyAccount>> OfAsync(DevelopmentProvider provider, CancellationToken cancellationToken)
    {
        if (provider != DevelopmentProvider.School)
        {
            return provider == DevelopmentProvider.Google ? Google : Microsoft;
        }

        var accounts = new List<ReadyAccount>();
        foreach (var source in personas)
        {
            accounts.AddRange((await source.ListAsync(cancellationToken)).Select(persona => new ReadyAccount(
                persona.Label, persona.Role, Fields((AccountForm.UserName, persona.PreferredUserName)))));
        }

        return accounts;
    }

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) =>
        fields.ToDictionary(field => field.Name, field => field.Value);
}
