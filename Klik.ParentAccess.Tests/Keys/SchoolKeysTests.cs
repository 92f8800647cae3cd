using Klik.ParentAccess.Core.Keys;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Tests.Storage;
using Klik.Portal.Keys;
using Klik.Portal.Schools;
using Klik.Portal.Settings;

namespace Klik.ParentAccess.Tests.Keys;

[Trait("Rule", "I13")]
public sealed class SchoolKeysTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Processes_that_start_at_once_agree_on_the_keys()
    {
        var secrets = new string[16];

        Parallel.For(0, secrets.Length, new ParallelOptions { MaxDegreeOfParallelism = secrets.Length }, start => secrets[start] = Secret(Assert.Single(Open().Masters)));

        Assert.Single(secrets.Distinct());
        Assert.Single(Directory.GetFiles(_folder.File("keys")));
    }

    [Fact]
    public void Nobody_else_on_the_machine_reads_the_keys()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        Open();

        var folder = _folder.File("keys");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Directory.GetFiles(folder).Single()));
    }

    [Fact]
    public void A_school_has_its_own_keys_the_newest_first_and_the_same_ones_next_time()
    {
        Write($$"""{"keys":[{"version":1,"secret":"{{Base64(1)}}"},{"version":7,"secret":"{{Base64(2)}}"}]}""");

        var keys = KeysOf("one");

        Assert.Equal([7, 1], keys.Select(key => (int)key.Version));
        Assert.Equal(keys.Select(Secret), KeysOf("one").Select(Secret));
        var all = keys.Concat(KeysOf("two")).Concat(Open().Masters).Select(Secret).ToList();
        Assert.Equal(6, all.Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[{"version":0,"secret":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}]}""")]
    [InlineData("""{"keys":[{"version":1,"secret":"AAAA"}]}""")]
    [InlineData("""{"keys":[{"version":1,"secret":"not base64"}]}""")]
    [InlineData("""{"keys":[{"version":1}]}""")]
    [InlineData("""{"keys":[{"version":1,"secret":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="},{"version":1,"secret":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}]}""")]
    public void A_file_that_is_no_key_ring_is_left_alone_and_named_by_its_setting(string content)
    {
        Write(content);

        var problem = Assert.Throws<SettingException>(Open);

        Assert.Equal("ParentAccess:KeysPath", problem.Setting);
        Assert.Equal(content, File.ReadAllText(_folder.File("keys/school-keys.json")));
    }

    private static string Base64(byte fill) => Convert.ToBase64String(Enumerable.Repeat(fill, 32).ToArray());

    private static string Secret(SchoolKey key) => Convert.ToHexString(key.Secret.Span);

    private KeyRing Open() => PortalKeys.Open(new KeyFolder(_folder.File("keys")));

    private IReadOnlyList<SchoolKey> KeysOf(string school)
    {
        var current = new CurrentSchool();
        current.Set(new School(SchoolId.Parse(school), school));
        return new FileSchoolKeys(Open(), current).Versions;
    }

    private void Write(string content)
    {
        Directory.CreateDirectory(_folder.File("keys"));
        File.WriteAllText(_folder.File("keys/school-keys.json"), content);
    }
}
