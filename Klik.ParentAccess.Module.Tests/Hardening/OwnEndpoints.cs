using Klik.ParentAccess.Hardening;
using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Hardening;

namespace Klik.ParentAccess.Module.Tests.Hardening;

/// <summary>Every endpoint of the module in a school with all its features, and who asks for them.</summary>
internal sealed class OwnEndpoints : IDisposable
{
    private readonly HttpClient _client = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly Dictionary<string, string> _cookies;

    private OwnEndpoints(IReadOnlyList<EndpointCatalog> all, Dictionary<string, string> cookies) => (All, _cookies) = (all, cookies);

    public IReadOnlyList<EndpointCatalog> All { get; }

    /// <summary>An anonymous person, a student and the administrator.</summary>
    public IEnumerable<string> People => _cookies.Keys;

    public static async Task<OwnEndpoints> FindAsync(RunningHost host)
    {
        await EverythingOn.SetUpAsync(host);
        IReadOnlyList<EndpointCatalog> all = [];
        await host.InTenantAsync(EverythingOn.Tenant, services =>
        {
            all = EndpointCatalog.Of(services.GetRequiredService<EndpointDataSource>(), OwnPages.Has);
            return Task.CompletedTask;
        });
        using var anonymous = new SiteVisitor(host, EverythingOn.Prefix);
        using var student = new SiteVisitor(host, EverythingOn.Prefix);
        await student.SignInAsync(await host.AddStudentAsync(EverythingOn.Tenant));
        using var administrator = new SiteVisitor(host, EverythingOn.Prefix);
        await administrator.SignInAsync(RunningHost.Administrator, "/Admin");
        return new OwnEndpoints(all, new() { ["anonymous"] = Cookies(anonymous), ["student"] = Cookies(student), ["administrator"] = Cookies(administrator) });
    }

    /// <summary>Asks for one, without a form's token.</summary>
    public async Task<HttpResponseMessage> AskAsync(RunningHost host, EndpointCatalog endpoint, string person)
    {
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), host.Address + EverythingOn.Prefix + endpoint.Address);
        request.Headers.TryAddWithoutValidation("Cookie", _cookies[person]);
        request.Content = endpoint.Method == "POST" ? new FormUrlEncodedContent([]) : null;
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _client.Dispose();

    private static string Cookies(SiteVisitor visitor) =>
        string.Join("; ", visitor.Cookies.GetAllCookies().Select(cookie => $"{cookie.Name}={cookie.Value}"));
}
