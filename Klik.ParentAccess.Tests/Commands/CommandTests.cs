using Klik.ParentAccess.Tests.Storage;
using Klik.ParentAccess.Tests.StudentRecords.Import;
using Klik.Portal.Commands;
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
    [InlineData("sow")]
    public async Task What_cannot_be_done_ends_with_one(params string[] args) => Assert.Equal(1, await RunAsync(args));

    [Fact]
    public async Task A_seeded_school_is_the_same_each_time()
    {
        await RunAsync("seed", "--students", "30", "--school", "big");

        Assert.Equal(0, await RunAsync("seed", "--students", "30", "--school", "big"));
        Assert.Contains("30 students, 0 entries added, 0 changed", _output.ToString(), StringComparison.Ordinal);
    }

    private string[] Settings => [$"--contentRoot={_root.Path}"];

    private Task<int> RunAsync(params string[] args)
    {
        _output.GetStringBuilder().Clear();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_output), Ansi = AnsiSupport.No, Interactive = InteractionSupport.No });
        console.Profile.Width = 2_000;
        return CommandLine.RunCommandAsync(args, console, Settings);
    }
}
