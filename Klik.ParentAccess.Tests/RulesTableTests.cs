using System.Reflection;
using System.Text.RegularExpressions;

namespace Klik.ParentAccess.Tests;

/// <summary>
/// Compares <c>docs/rules.md</c> with the rules that tests carry, in both directions. The tests of the Orchard module are read as
/// text: they cannot be built everywhere.
/// </summary>
public sealed partial class RulesTableTests
{
    private const string NotBuilt = "not built yet";

    private static readonly IReadOnlyDictionary<string, string> Table = ReadTable();

    public static TheoryData<string> Rules => [.. Table.Keys];

    [Fact]
    public void The_table_has_every_rule_of_each_letter() =>
        Assert.Equal(Numbered("I", 15).Concat(Numbered("L", 8)).Concat(Numbered("O", 7)).Concat(Numbered("P", 9)).Order(), Table.Keys.Order());

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_classes_named_for_a_rule_are_there_and_carry_it(string rule)
    {
        var named = ClassNames().Matches(Table[rule]).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(Table[rule] == NotBuilt, named.Count == 0);
        var carriers = Carriers(rule).Select(type => type.Name).Concat(ModuleTests().Where(test => test.Rules.Contains(rule)).Select(test => test.Name)).ToHashSet();
        Assert.All(named, name => Assert.Contains(name, carriers));
    }

    [Fact]
    public void Every_rule_that_a_test_carries_is_built_according_to_the_table()
    {
        var carried = typeof(RulesTableTests).Assembly.GetTypes().SelectMany(RulesOf).Concat(ModuleTests().SelectMany(test => test.Rules)).ToHashSet();

        Assert.NotEmpty(carried);
        Assert.All(carried, rule => Assert.NotEqual(NotBuilt, Table.GetValueOrDefault(rule, NotBuilt)));
    }

    /// <summary>Classes with a test that carries a rule and that runs: an abstract one counts where another inherits it.</summary>
    private static IEnumerable<Type> Carriers(string rule)
    {
        var types = typeof(RulesTableTests).Assembly.GetTypes();
        return types.Where(type => RulesOf(type).Contains(rule) && (!type.IsAbstract || types.Any(other => !other.IsAbstract && other.IsSubclassOf(type))));
    }

    private static IEnumerable<string> RulesOf(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.GetCustomAttributes<FactAttribute>().Any())
            .Cast<MemberInfo>()
            .Append(type)
            .SelectMany(member => member.GetCustomAttributes<TraitAttribute>(inherit: false))
            .Where(trait => trait.Name == "Rule")
            .Select(trait => trait.Value);

    private static IEnumerable<(string Name, HashSet<string> Rules)> ModuleTests() =>
        Directory.EnumerateFiles(Path.Combine(Root(), "Klik.ParentAccess.Module.Tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(file => (Path.GetFileNameWithoutExtension(file), Traits().Matches(File.ReadAllText(file)).Select(match => match.Groups["rule"].Value).ToHashSet()));

    private static IEnumerable<string> Numbered(string letter, int count) => Enumerable.Range(1, count).Select(number => $"{letter}{number}");

    private static Dictionary<string, string> ReadTable() =>
        Rows().Matches(File.ReadAllText(Path.Combine(Root(), "docs", "rules.md")))
            .ToDictionary(row => row.Groups["rule"].Value, row => row.Groups["tests"].Value);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "docs", "rules.md")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("docs/rules.md is not above the tests.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^\| (?<rule>[A-Z]\d+) \| [^|]+ \| (?<tests>[^|]+) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex ClassNames();

    [GeneratedRegex("""Trait\("Rule", "(?<rule>[A-Z][0-9]+)"\)""")]
    private static partial Regex Traits();
}
