using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Storage;
using Klik.ParentAccess.Tests.StudentRecords.Import;
using Klik.Portal.Commands;
using Klik.Portal.Settings;
using Spectre.Console;

namespace Klik.ParentAccess.Tests.Commands;

public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder _root = new();
    private readonly ImportFolder _folder = ImportFolder.SmallSchool();
    private readonly StringWriter _output = new();

    public void Dispose()
    {
        _folder.Dispose();
        _root.Dispose();
        _output.Dispose();
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task Import_names_each_refused_row_without_its_values_and_counts()
    {
        _folder.With("results.csv", _folder.Read("results.csv") + "r9,,,l1,secret-name,,7,2026-09-21,\n");

        var exit = await RunAsync("import", _folder.Path, "--school", "linde", "--name", "De Linde");

        Assert.Equal(0, exit);
        Assert.Contains("results.csv line 5: There is no such student. (studentSourcedId)", _output.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"School linde: \d+ rows read, \d+ changed, 1 refused\.", _output.ToString());
        Assert.DoesNotContain("secret-name", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Sanne", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_import_changes_nothing()
    {
        await RunAsync("import", _folder.Path, "--school", "linde");

        Assert.Equal(0, await RunAsync("import", _folder.Path, "--school", "linde"));
        Assert.Contains(" 0 changed, 0 refused.", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_import_ends_with_one_and_makes_no_school()
    {
        _folder.With("users.csv", "sourcedId\n");

        var exit = await RunAsync("import", _folder.Path, "--school", "linde");

        Assert.Equal(1, exit);
        Assert.Contains("Nothing was changed. users.csv: A column that must be there is missing. (enabledUser)", _output.ToString(), StringComparison.Ordinal);
        await using var host = await CommandHost.StartAsync(Settings, TestContext.Current.CancellationToken);
        Assert.Empty(await host.Schools.ListAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("import", "somewhere")]
    [InlineData("import", "somewhere", "--school", "Not An Id")]
    [InlineData("import", "somewhere", "--school", "linde")]
    [InlineData("seed", "--school", "linde", "--students", "0")]
    [InlineData("seed", "--school", "linde")]
    [InlineData("letters", "--school", "linde")]
    [InlineData("letters", "--school", "nowhere", "--out", "letters.pdf")]
    [InlineData("sow")]
    public async Task What_cannot_be_done_ends_with_one(params string[] args) => Assert.Equal(1, await RunAsync(args));

    [Fact]
    public async Task A_seeded_school_is_the_same_each_time()
    {
        await RunAsync("seed", "--students", "30", "--school", "big");

        Assert.Equal(0, await RunAsync("seed", "--students", "30", "--school", "big"));
        Assert.Contains("30 students, 0 entries added, 0 changed", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "L1")]
    public async Task Letters_are_written_with_progress_and_only_the_portals_user_can_read_them()
    {
        await RunAsync("seed", "--students", "30", "--school", "big");
        var path = _root.File("letters.pdf");

        var exit = await RunAsync("letters", "--school", "big", "--out", path);

        Assert.Equal(0, exit);
        Assert.Contains("100 % 30 letters", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("School big: 30 letters.", _output.ToString(), StringComparison.Ordinal);
        await PdfTool.RunAsync("qpdf", "--check", path);
        var text = await PdfTool.RunAsync("pdftotext", path, "-");
        Assert.Contains("ouders.linde.example/big/a#", text.ReplaceLineEndings(""), StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    [Trait("Rule", "L1")]
    public async Task Where_there_is_no_letter_to_print_no_file_is_left()
    {
        await RunAsync("seed", "--students", "30", "--school", "big");
        var path = _root.File("letters.pdf");

        var exit = await RunAsync("letters", "--school", "big", "--class", "no such class", "--out", path);

        Assert.Equal(1, exit);
        Assert.Contains("there was no letter to print", _output.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_root.Path, "letters.pdf*"));
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task Letters_need_to_know_where_their_links_lead()
    {
        await RunAsync("seed", "--students", "1", "--school", "big");

        var problem = await Assert.ThrowsAsync<SettingException>(() => CommandLine.RunCommandAsync(
            ["letters", "--school", "big", "--out", _root.File("letters.pdf")], NewConsole(), [$"--contentRoot={_root.Path}"]));

        Assert.Equal("ParentAccess:PublicUrl", problem.Setting);
        Assert.Empty(Directory.GetFiles(_root.Path, "letters.pdf*"));
    }

    private string[] Settings => [$"--contentRoot={_root.Path}", "--ParentAccess:PublicUrl=https://ouders.linde.example"];

    private Task<int> RunAsync(params string[] args)
    {
        _output.GetStringBuilder().Clear();
        return CommandLine.RunCommandAsync(args, NewConsole(), Settings);
    }

    private IAnsiConsole NewConsole()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_output), Ansi = AnsiSupport.No, Interactive = InteractionSupport.No });
        console.Profile.Width = 2_000;
        return console;
    }
}
