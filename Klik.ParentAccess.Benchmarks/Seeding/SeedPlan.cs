using Klik.ParentAccess.Records.Seeding;

namespace Klik.ParentAccess.Benchmarks.Seeding;

/// <summary>How much is made for each student of a school of a size.</summary>
/// <param name="Students">How many students.</param>
internal sealed record SeedPlan(int Students)
{
    // 1,000,000 students with 240 results each would be 240 million rows: too many for the disk and the patience of a machine of
    // two processors. Beyond this size only those whose parents are measured have them all.
    private const int LargestFull = 100_000;

    private readonly HashSet<int> _full = Students <= LargestFull ? [] : [.. new Families(Students).OfTwoChildren().SelectMany(family => family.Children)];

    /// <summary>Whether only those who are measured have all that they would have.</summary>
    public bool IsPartly => Students > LargestFull;

    /// <summary>How many results in each subject a student has who is not measured.</summary>
    public int InEachSubject => !IsPartly ? SeededSchool.LineItemsASubject : 1;

    /// <summary>How many activities such a student has begun.</summary>
    public int Begun => !IsPartly ? SeededSchool.ActivitiesBegun : 4;

    /// <summary>A student's results, so many in each subject.</summary>
    public int InEachSubjectOf(int student) => _full.Contains(student) ? SeededSchool.LineItemsASubject : InEachSubject;

    /// <summary>A student's activities that are begun.</summary>
    public int BegunBy(int student) => _full.Contains(student) ? SeededSchool.ActivitiesBegun : Begun;
}
