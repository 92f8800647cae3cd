using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>
/// A provider's discovery document and keys, fetched when first needed and kept for half a day. An unknown key fetches them
/// anew, at most once in <see cref="OpenIdConnectCodeOptions.KeyRefreshInterval"/>.
/// </summary>
/// <remarks>
/// Not IdentityModel's <c>ConfigurationManager</c>: since version 8 it refreshes in the background, so that the first person
/// after a change of keys would be refused, and waiting for it is a switch for the whole process.
/// </remarks>
internal sealed class ProviderMetadata(OpenIdConnectCodeOptions options)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly Lock _lock = new();
    private OpenIdConnectConfiguration? _current;
    private Task<OpenIdConnectConfiguration>? _fetching;
    private DateTimeOffset _staleAt;
    private DateTimeOffset _nextKeyRefresh;

    /// <summary>The document and keys.</summary>
    /// <exception cref="Exception">They were never fetched, and the provider does not give them now.</exception>
    public Task<OpenIdConnectConfiguration> GetAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _current is not null && Now < _staleAt ? Task.FromResult(_current) : WaitForFetchAsync(cancellationToken);
        }
    }

    /// <summary>Newer keys than <paramref name="seen"/>, in which a key was missing; the same if there are none to be had.</summary>
    public Task<OpenIdConnectConfiguration> GetNewerAsync(OpenIdConnectConfiguration seen, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_current is not null && !ReferenceEquals(_current, seen))
            {
                return Task.FromResult(_current);
            }

            if (_fetching is null && Now < _nextKeyRefresh)
            {
                return Task.FromResult(seen);
            }

            _nextKeyRefresh = Now + options.KeyRefreshInterval;
            return WaitForFetchAsync(cancellationToken);
        }
    }

    private DateTimeOffset Now => options.Clock.GetUtcNow();

    // Document and keys together, tries included, may take as long as one answer of the provider may.
    private Task<OpenIdConnectConfiguration> WaitForFetchAsync(CancellationToken cancellationToken) =>
        Fetch().WaitAsync(options.BackchannelTimeout, cancellationToken);

    // One fetch serves everybody who waits, so it does not end with the request of one of them.
    private Task<OpenIdConnectConfiguration> Fetch() => _fetching ??= FetchAsync();

    private async Task<OpenIdConnectConfiguration> FetchAsync()
    {
        // The caller holds the lock until the task is in _fetching.
        await Task.Yield();
        try
        {
            var fetched = await ReadAsync();
            lock (_lock)
            {
                _staleAt = Now + Lifetime;
                return _current = fetched;
            }
        }
        catch (Exception) when (_current is not null)
        {
            // Old keys are better than none; a withdrawn key is used for some minutes more.
            lock (_lock)
            {
                _staleAt = Now + options.KeyRefreshInterval;
                return _current;
            }
        }
        finally
        {
            lock (_lock)
            {
                _fetching = null;
            }
        }
    }

    private async Task<OpenIdConnectConfiguration> ReadAsync()
    {
        var requireHttps = !options.Authority.StartsWith("http:", StringComparison.OrdinalIgnoreCase);
        var retriever = new HttpDocumentRetriever(options.Backchannel) { RequireHttps = requireHttps, SendAdditionalHeaderData = false };
        var document = await OpenIdConnectConfigurationRetriever.GetAsync(
            $"{options.Authority}/.well-known/openid-configuration", retriever, CancellationToken.None);
        if (string.IsNullOrEmpty(document.Issuer) || document.SigningKeys.Count == 0)
        {
            throw new InvalidOperationException("The discovery document has no issuer or no keys.");
        }

        if (!options.Profile.IsIssuerOf(options.Authority, document.Issuer))
        {
            throw new OtherIssuerException();
        }

        RequireEndpoint(document.AuthorizationEndpoint, requireHttps);
        RequireEndpoint(document.TokenEndpoint, requireHttps);
        return document;
    }

    private static void RequireEndpoint(string? endpoint, bool requireHttps)
    {
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && (requireHttps || uri.Scheme != Uri.UriSchemeHttp)))
        {
            throw new InvalidOperationException("The discovery document has an endpoint that cannot be used.");
        }
    }
}
