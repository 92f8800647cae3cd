using System.Net;
using System.Net.Sockets;
using System.Text;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Web.Hardening;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Tests.Hardening;

/// <summary>How much anybody can make the portal take in.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private readonly RunningPortal _portal = new()
    {
        // As outside Development.
        Configure = builder => builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false),
    };

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("short=1", HttpStatusCode.SeeOther)]
    [InlineData("LONG VALUE", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("MANY FIELDS", HttpStatusCode.BadRequest)]
    [InlineData("LONG NAME", HttpStatusCode.BadRequest)]
    public async Task A_form_that_is_too_long_has_too_many_fields_or_too_long_a_name_is_refused(string more, HttpStatusCode expected)
    {
        var school = await _portal.NewSchoolAsync();
        using var visitor = school.NewVisitor();
        var page = await visitor.OpenAsync("/sign-in");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var filling = more switch
        {
            "LONG VALUE" => $"a={new string('x', FormLimits.Longest)}",
            "MANY FIELDS" => string.Join('&', Enumerable.Range(0, FormLimits.MostFields).Select(i => $"a{i}=1")),
            "LONG NAME" => $"{new string('n', FormLimits.LongestName + 1)}=1",
            _ => more,
        };

        using var content = new StringContent($"__RequestVerificationToken={token}&language=en&{filling}", Encoding.ASCII, "application/x-www-form-urlencoded");
        using var answer = await visitor.RequestAsync(HttpMethod.Post, "/language", content);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public void Every_endpoint_that_takes_a_form_has_a_limit_but_the_upload_which_holds_its_own()
    {
        var unlimited = _portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true && !endpoint.RoutePattern.RawText!.StartsWith("/dev/", StringComparison.Ordinal))
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata>()?.MaxRequestBodySize is not FormLimits.Longest)
            .Select(endpoint => endpoint.RoutePattern.RawText);

        Assert.Equal(["/admin/import"], unlimited);
        Assert.Equal(FormLimits.Longest, _portal.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MaxRequestBodySize);
    }

    [Theory]
    [InlineData("GET /LONG HTTP/1.1\r\nHost: x\r\n\r\n", 9_000, "414")]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nX: LONG\r\n\r\n", 40_000, "431")]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 0, "400")]
    [InlineData("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 0, "400")]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 0, "400|405|200")]
    [InlineData("TRACE / HTTP/1.1\r\nHost: x\r\nX-Secret: 1\r\n\r\n", 0, "405")]
    [InlineData("CONNECT x:80 HTTP/1.1\r\nHost: x:80\r\n\r\n", 0, "40")]
    public async Task A_request_that_is_too_long_or_none_is_refused_and_says_nothing_of_the_server(string request, int length, string status)
    {
        var answer = await SendAsync(request.Replace("LONG", new string('a', length), StringComparison.Ordinal));

        Assert.Contains(status.Split('|'), expected => answer.StartsWith($"HTTP/1.1 {expected}", StringComparison.Ordinal));
        Assert.DoesNotContain("Server:", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("X-Secret", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_sends_headers_drop_by_drop_is_not_waited_for()
    {
        var options = _portal.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value;

        Assert.False(options.AddServerHeader);
        Assert.Equal(ServerLimits.HeadersTimeout, options.Limits.RequestHeadersTimeout);
        Assert.NotNull(options.Limits.MinRequestBodyDataRate);
    }

    private async Task<string> SendAsync(string request)
    {
        var address = new Uri(_portal.Address);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        var buffer = new byte[4096];
        var read = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }
}
