using System.Text.RegularExpressions;
using Klik.ParentAccess.Tests.Localization;

namespace Klik.ParentAccess.Tests.Hardening;

/// <summary>The table of OWASP ASVS in SECURITY.md, held to the published list of numbers and to the tests and files that there are.</summary>
public sealed partial class AsvsTableTests
{
    private static readonly string[] States = ["met", "in part", "not met", "operator", "n/a"];

    [Fact]
    public void Every_number_of_levels_1_and_2_stands_in_it_once_and_no_other()
    {
        var published = File.ReadLines(SourceTexts.PathOf("Klik.ParentAccess.Tests/Hardening/asvs-5.0.0-level-2.txt")).Where(line => !line.StartsWith('#')).ToList();

        Assert.Equal(253, published.Count);
        Assert.Equal(published, Rows().Select(row => row.Number));
    }

    [Fact]
    public void Every_state_is_a_known_one_and_says_what_shows_it_or_why_not() =>
        Assert.All(Rows(), row =>
        {
            Assert.Contains(row.State, States);
            Assert.NotEmpty(row.Where);
        });

    [Fact]
    public void Every_test_class_and_file_that_it_names_is_there()
    {
        var root = SourceTexts.PathOf(".");
        var files = Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .ToList();
        var names = files.Select(file => Path.GetFileName(file)).ToHashSet();
        var named = Rows().SelectMany(row => Quoted().Matches(row.Where).Select(match => match.Groups[1].Value)).Distinct().ToList();

        Assert.Contains("HeaderTests", named);
        Assert.DoesNotContain(named, name => TestClass().IsMatch(name) && !names.Contains(name + ".cs"));
        Assert.DoesNotContain(named, name => FileName().IsMatch(name) && !files.Exists(file => file == name || file.EndsWith("/" + name, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_sums_above_it_are_those_of_the_rows()
    {
        var text = File.ReadAllText(SourceTexts.PathOf("SECURITY.md"));
        int Count(string state) => Rows().Count(row => row.State == state);

        Assert.Contains($"Of the 253: {Count("met")} met, {Count("in part")} in part, {Count("not met")} not met,", text, StringComparison.Ordinal);
        Assert.Contains($"{Count("operator")} the operator's, {Count("n/a")} not applicable.", text, StringComparison.Ordinal);
    }

    private static List<(string Number, string State, string Where)> Rows() =>
    [
        .. Row().Matches(File.ReadAllText(SourceTexts.PathOf("SECURITY.md")))
            .Select(match => (match.Groups["number"].Value, match.Groups["state"].Value, match.Groups["where"].Value)),
    ];

    [GeneratedRegex(@"^\| (?<number>\d+\.\d+\.\d+) \| [^|]+ \| (?<state>[^|]+) \| (?<where>[^|]+) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("^[A-Z][A-Za-z]+(Tests|Conformance)$")]
    private static partial Regex TestClass();

    [GeneratedRegex(@"^[A-Za-z/.-]+\.(cs|md|razor|js|props|txt)$")]
    private static partial Regex FileName();
}
