using Klik.ParentAccess.Records.Seeding;

namespace Klik.ParentAccess.Benchmarks.Seeding;

/// <summary>
/// The families of a seeded school: 1 to 5 children a parent and 1 to 4 parents a student, most often one or two children and
/// two parents. The same size is always the same families.
/// </summary>
internal sealed class Families(int students)
{
    private const int Measured = 1_000;

    // Larger than any school and prime, so that a step of it passes every student once.
    private const long Step = 7_368_787;
    private static readonly int[] ChildrenInAHundred = [38, 40, 15, 5, 2];
    private static readonly int[] ParentsInAHundred = [14, 74, 7, 5];

    /// <summary>All of them. Brothers and sisters are not neighbours in any list.</summary>
    public IEnumerable<Family> All()
    {
        var (place, parent) = (0, 0);
        for (var number = 0; place < students; number++)
        {
            var children = Math.Min(Draw(number, 90_001, ChildrenInAHundred), students - place);
            var parents = Draw(number, 90_002, ParentsInAHundred);
            var first = place;
            yield return new Family([.. Enumerable.Range(first, children).Select(StudentAt)], parent, parents);
            place += children;
            parent += parents;
        }
    }

    /// <summary>The parents who are measured, up to 1,000, spread over all parents of two children; their children have all of
    /// their results in a school of any size.</summary>
    public IReadOnlyList<Family> OfTwoChildren()
    {
        var all = All().Where(family => family.Children.Length == 2).ToList();
        var step = Math.Max(1, all.Count / Measured);
        return [.. all.Where((_, index) => index % step == 0).Take(Measured)];
    }

    private int StudentAt(int place) => (int)(place * Step % students);

    private static int Draw(int number, int salt, int[] inAHundred)
    {
        var drawn = SeededSchool.Chance(number, salt) % 100;
        var count = 1;
        foreach (var share in inAHundred)
        {
            drawn -= share;
            if (drawn < 0)
            {
                break;
            }

            count++;
        }

        return count;
    }
}
