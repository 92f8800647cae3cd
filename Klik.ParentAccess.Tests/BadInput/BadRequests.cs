using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Klik.ParentAccess.Tests.BadInput;

/// <summary>Makes broken requests: paths, headers, cookies, forms, uploads and framing, the same for the same number.</summary>
internal sealed class BadRequests(Surface surface)
{
    private static readonly string[] Headers =
    [
        "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Authorization", "Cache-Control", "Content-Encoding", "Content-Type", "Cookie", "Expect", "Forwarded", "From",
        "Host", "If-Match", "If-Modified-Since", "If-None-Match", "If-Range", "If-Unmodified-Since", "Max-Forwards", "Origin", "Pragma", "Range", "Referer", "RequestVerificationToken",
        "Sec-Fetch-Site", "TE", "Trailer", "Upgrade", "User-Agent", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Prefix", "X-Forwarded-Proto", "X-HTTP-Method-Override",
        "X-Original-URL", "X-Request-ID", "traceparent", "tracestate", "baggage",
    ];

    private static readonly string[] Values =
    [
        "*/*;q=NaN", "nl;q=1e9,en;q=-1", "tlh-Latn-NL-x-klik", "bytes=0-0,1-1,2-2,5-1", "bytes=-99999999999999", "100-continue", "websocket", "h2c", "gzip;q=0,*;q=0", "W/\"", "\"", "Basic Og==", "Bearer e30.e30.",
        "Thu, 99 Foo 2026 25:61:61 GMT", "for=\"[::1]:99999\";host=evil.example", "application/json", "multipart/form-data", "multipart/form-data; boundary=", "application/x-www-form-urlencoded; charset=utf-7",
        "application/x-www-form-urlencoded; charset=\"", "text/plain; charset=x-none", "00-00000000000000000000000000000000-0000000000000000-00", "evil.example", "127.0.0.1:0", "[::1", "localhost:99999", "a b",
    ];

    private static readonly string[] Queries = ["show", "q", "search", "page", "follow", "returnUrl", "ReturnUrl", "return", "culture", "language", "state", "code", "error", "id", "class", "student", "from", "to", "saved", "done"];

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "G\u00C9T", "GET\t"];

    // What ends a session or an account would leave the next cases outside.
    private static readonly string[] Ending = ["/sign-out", "/settings/delete", "/withdraw", "/admin/users/"];

    private readonly IReadOnlyList<(string Name, string Value)> _fields = surface.Fields;
    private readonly byte[] _zip = Zip();

    public BadRequest Make(int number)
    {
        var dice = new Dice(number);
        var spoiler = new Spoiler(dice);
        var session = dice.OneOf(surface.Sessions);
        return dice.Below(100) switch
        {
            < 38 => Form(number, dice, spoiler, session),
            < 58 => Path(number, dice, spoiler, session),
            < 68 => Cookies(number, dice, spoiler, session),
            < 82 => Header(number, dice, spoiler, session),
            < 88 => Upload(number, dice, spoiler, session),
            < 94 => Body(number, dice, spoiler, session),
            _ => Framing(number, dice, spoiler, session),
        };
    }

    // Without students: a complete list of them would make inactive whoever is signed in.
    private static byte[] Zip()
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            Add("manifest.csv", "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.academicSessions,delta\nfile.users,absent\n");
            Add("academicSessions.csv", "sourcedId,status,title\np1,,Periode 1\n");

            void Add(string name, string text)
            {
                var entry = archive.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
                using var file = new StreamWriter(entry.Open());
                file.Write(text);
            }
        }

        return memory.ToArray();
    }

    private BadRequest Form(int number, Dice dice, Spoiler spoiler, Session session)
    {
        List<(string Name, string Value)> fields;
        string path;
        if (session.Forms.Count > 0 && dice.Percent(80))
        {
            var form = dice.OneOf(session.Forms);
            (path, fields) = (form.Path, [.. form.Fields]);
        }
        else
        {
            path = PathOf(dice, spoiler, "POST");
            fields = [.. Enumerable.Range(0, 1 + dice.Below(6)).Select(_ => dice.OneOf(_fields))];
        }

        fields.RemoveAll(field => field.Name == Session.TokenField);
        for (var i = 0; i < fields.Count; i++)
        {
            var good = dice.Percent(15) ? dice.OneOf(surface.Secrets) : fields[i].Value;
            fields[i] = dice.Below(10) switch
            {
                < 4 => (fields[i].Name, good),
                < 8 => (fields[i].Name, spoiler.Spoil(good)),
                8 => (fields[i].Name, spoiler.Value()),
                _ => (spoiler.Spoil(fields[i].Name), good),
            };
        }

        if (dice.Percent(20) && fields.Count > 0)
        {
            fields.RemoveAt(dice.Below(fields.Count));
        }

        if (dice.Percent(15))
        {
            fields.Add((dice.OneOf(_fields).Name, spoiler.Value()));
        }

        AddToken(fields, dice, spoiler, session, path);
        return Whole(number, "POST", path, session.Cookies, "application/x-www-form-urlencoded", Encoding.ASCII.GetBytes(string.Join('&', fields.Select(field => $"{Escape(field.Name)}={Escape(field.Value)}"))));
    }

    private BadRequest Path(int number, Dice dice, Spoiler spoiler, Session session)
    {
        var path = PathOf(dice, spoiler, "GET");
        if (dice.Percent(20))
        {
            path = $"{dice.OneOf((string[])[surface.Address.AbsolutePath, ""])}/{dice.OneOf((string[])["signin-google", "signin-microsoft", "signin-school", "health/ready", "_content/Klik.ParentAccess.Web/klik.css", "favicon.ico", ".well-known/change-password"])}";
        }

        if (dice.Percent(60))
        {
            path += "?" + string.Join('&', Enumerable.Range(0, 1 + dice.Below(3)).Select(_ => $"{dice.OneOf(Queries)}={Escape(spoiler.Value())}"));
        }

        if (dice.Percent(30))
        {
            path = Ascii(spoiler.Spoil(path));
        }

        return Whole(number, dice.Percent(90) ? "GET" : dice.OneOf(Methods), path, session.Cookies);
    }

    private BadRequest Cookies(int number, Dice dice, Spoiler spoiler, Session session)
    {
        var cookies = session.Cookies.Split("; ");
        var at = dice.Below(cookies.Length);
        cookies[at] = dice.Below(4) switch
        {
            0 => cookies[at] + "; " + cookies[at],
            1 => cookies[at].Split('=')[0] + "=" + Ascii(spoiler.Value()),
            2 => cookies[at].Split('=')[0] + "C1=" + cookies[at].Split('=')[^1] + $"; {cookies[at].Split('=')[0]}=chunks-{dice.Below(2_000_000_000)}",
            _ => Ascii(spoiler.Spoil(cookies[at])),
        };
        return Whole(number, "GET", PathOf(dice, spoiler, "GET", spoils: false), string.Join("; ", cookies));
    }

    private BadRequest Header(int number, Dice dice, Spoiler spoiler, Session session)
    {
        var lines = new StringBuilder();
        for (var i = dice.Percent(5) ? 150 : 1 + dice.Below(4); i > 0; i--)
        {
            var name = dice.Percent(92) ? dice.OneOf(Headers) : spoiler.Spoil(dice.OneOf(Headers));
            lines.Append(CultureInfo.InvariantCulture, $"{name}: {(dice.Percent(50) ? dice.OneOf(Values) : OneLine(spoiler.Value()))}\r\n");
        }

        var path = PathOf(dice, spoiler, "GET", spoils: false);
        return new(number, Bytes($"GET {path} HTTP/1.1\r\nHost: {surface.Address.Authority}\r\nConnection: close\r\nCookie: {session.Cookies}\r\n{lines}\r\n"), IsWhole: false);
    }

    private BadRequest Upload(int number, Dice dice, Spoiler spoiler, Session session)
    {
        var path = dice.Percent(50) ? $"{surface.Address.AbsolutePath}/admin/import" : PathOf(dice, spoiler, "POST");
        const string Boundary = "----klik";
        List<(string Name, string Value)> fields = [("follow", spoiler.Value())];
        AddToken(fields, dice, spoiler, session, path);
        var body = new List<byte>();
        foreach (var (name, value) in fields)
        {
            body.AddRange(Bytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
        }

        body.AddRange(Bytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{dice.OneOf((string[])["file", "upload", "zip", "files"])}\"; filename=\"{OneLine(dice.Percent(50) ? "export.zip" : spoiler.Value())}\"\r\nContent-Type: application/zip\r\n\r\n"));
        body.AddRange(dice.Percent(70) ? spoiler.Spoil(_zip) : _zip);
        body.AddRange(Bytes($"\r\n--{Boundary}--\r\n"));
        var bytes = body.ToArray();
        return Whole(number, "POST", path, session.Cookies, $"multipart/form-data; boundary={(dice.Percent(90) ? Boundary : OneLine(spoiler.Value()))}", dice.Percent(30) ? spoiler.Spoil(bytes) : bytes);
    }

    private BadRequest Body(int number, Dice dice, Spoiler spoiler, Session session)
    {
        var path = PathOf(dice, spoiler, "POST", spoils: false);
        var token = IsEnding(path, session) ? "" : Escape(session.Token);
        return dice.Below(5) switch
        {
            0 => Whole(number, "POST", path, session.Cookies, dice.OneOf(Values), Bytes(spoiler.Value())),
            1 => Whole(number, "POST", path, session.Cookies, "application/json", Bytes(string.Concat(Enumerable.Repeat(dice.OneOf((string[])["[", "{\"a\":", "\"", "1,"]), 1 + dice.Below(5_000))))),
            2 => Whole(number, "POST", path, session.Cookies, "application/x-www-form-urlencoded", Bytes($"{Session.TokenField}={token}&" + string.Concat(Enumerable.Range(0, 1 + dice.Below(3_000)).Select(i => $"a{i}=b&")))),
            3 => Whole(number, "POST", path, session.Cookies, "application/x-www-form-urlencoded", Bytes($"{Session.TokenField}={token}&{dice.OneOf(_fields).Name}={new string('x', 1 << dice.Below(20))}")),
            _ => Whole(number, dice.OneOf(Methods[2..6]), path, session.Cookies, "application/x-www-form-urlencoded", spoiler.Spoil(Bytes($"{Session.TokenField}={token}&{dice.OneOf(_fields).Name}=%C3%A9+x"))),
        };
    }

    private BadRequest Framing(int number, Dice dice, Spoiler spoiler, Session session)
    {
        var path = PathOf(dice, spoiler, "POST", spoils: false);
        var head = $"Host: {surface.Address.Authority}\r\nCookie: {session.Cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        var text = dice.Below(10) switch
        {
            0 => $"POST {path} HTTP/1.1\r\n{head}Content-Length: {dice.OneOf((string[])["-1", "5, 5", "99999999999999999999", "0x5", "", "5\r\nContent-Length: 6"])}\r\n\r\nname=",
            1 => $"POST {path} HTTP/1.1\r\n{head}Transfer-Encoding: chunked\r\n\r\n{dice.OneOf((string[])["5\r\nname=\r\n", "zz\r\n", "FFFFFFFFFFFFFFFFF\r\n", "-5\r\n", "5;ext=\"\r\nname=\r\n0\r\n\r\n", "0\r\nTrailer: x\r\n\r\n"])}",
            2 => $"POST {path} HTTP/1.1\r\n{head}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n",
            3 => $"POST {path} HTTP/1.1\r\n{head}Transfer-Encoding: {dice.OneOf((string[])["gzip", "chunked, chunked", "identity", "\tchunked", "xchunked"])}\r\n\r\n0\r\n\r\n",
            4 => $"{dice.OneOf(Methods)} {OneLine(spoiler.Value())} HTTP/{dice.OneOf((string[])["1.1", "1.0", "0.9", "2.0", "9.9", "1.1.1", ""])}\r\n{head}\r\n",
            5 => $"GET {path} HTTP/1.1\r\nHost: {surface.Address.Authority}\r\nHost: {spoiler.Value()}\r\n\r\n",
            6 => $"GET http://{OneLine(spoiler.Value())}{path} HTTP/1.1\r\n{head}\r\n",
            7 => $"GET {path}{new string('a', 1 << dice.Below(18))} HTTP/1.1\r\n{head}\r\n",
            8 => $"GET {path} HTTP/1.1\r\n{head}X: {new string('a', 1 << dice.Below(17))}\r\n folded\r\n\r\n",
            _ => spoiler.Value() + "\r\n\r\n",
        };
        return new(number, dice.Percent(30) ? spoiler.Spoil(Bytes(text)) : Bytes(text), IsWhole: false);
    }

    private void AddToken(List<(string Name, string Value)> fields, Dice dice, Spoiler spoiler, Session session, string path)
    {
        if (!IsEnding(path, session) && dice.Percent(90))
        {
            fields.Insert(0, (Session.TokenField, dice.Percent(95) ? session.Token : spoiler.Spoil(session.Token)));
        }
    }

    // A parent who is signed in and uses a code gets a new session in place of the one that there is.
    private bool IsEnding(string path, Session session) =>
        Ending.Any(ending => path.Contains(ending, StringComparison.Ordinal))
        || (session == surface.Parent && (path.Split('?')[0] + "/").StartsWith(surface.Address.AbsolutePath + "/a/", StringComparison.Ordinal));

    private string PathOf(Dice dice, Spoiler spoiler, string method, bool spoils = true)
    {
        var path = dice.OneOf(surface.Paths.Where(path => path.Methods.Contains(method)).ToList()).Template;
        while (path.IndexOf('{', StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = path.IndexOf('}', start);
            var good = path[start..end].Contains("guid", StringComparison.Ordinal) ? "0198f000-0000-7000-8000-000000000001" : path[start..end] == "{provider" ? "google" : "sanne";
            path = path[..start] + Escape(spoils && dice.Percent(60) ? spoiler.Spoil(good) : good) + path[(end + 1)..];
        }

        return surface.Address.AbsolutePath + path;
    }

    private BadRequest Whole(int number, string method, string path, string cookies, string? type = null, byte[]? body = null)
    {
        var head = Bytes($"{method} {path} HTTP/1.1\r\nHost: {surface.Address.Authority}\r\nConnection: close\r\nCookie: {cookies}\r\n{(type is null ? "" : $"Content-Type: {OneLine(type)}\r\n")}{(body is null ? "" : $"Content-Length: {body.Length}\r\n")}\r\n");
        return new(number, body is null ? head : [.. head, .. body], IsWhole: true);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Escape(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(value => char.IsAsciiLetterOrDigit((char)value) ? ((char)value).ToString() : $"%{value:X2}"));

    private static string Ascii(string text) => string.Concat(text.Select(letter => letter is > ' ' and < '\x7f' ? letter : '~'));

    private static string OneLine(string text) => text.Replace('\r', ' ').Replace('\n', ' ');
}
