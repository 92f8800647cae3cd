using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>Which schemes are set up rightly, and what is wrong with the others; looked at once.</summary>
internal sealed class ProvidersSetUp
{
    private readonly HashSet<string> _offered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _problems = new(StringComparer.Ordinal);

    public ProvidersSetUp(
        IOptionsMonitor<ExternalProviderOptions> providers, IOptions<ParentSignInOptions> signIn, ILogger<ProvidersSetUp> logger)
    {
        foreach (var scheme in ParentSignInSchemes.All)
        {
            try
            {
                if (providers.Get(scheme).IsOffered)
                {
                    _offered.Add(scheme);
                }
            }
            catch (OptionsValidationException wrong) when (signIn.Value.LeavesOutWrongProviders)
            {
                _problems[scheme] = wrong.Failures.First();
                SignInLog.LeftOut(logger, _problems[scheme]);
            }
        }
    }

    public bool Has(string scheme) => _offered.Contains(scheme);

    /// <summary>One sentence that names the setting and not its value; null where nothing is wrong.</summary>
    public string? ProblemOf(string scheme) => _problems.GetValueOrDefault(scheme);
}
