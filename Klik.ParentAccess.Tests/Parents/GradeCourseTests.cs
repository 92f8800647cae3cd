using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Web.Parents;

namespace Klik.ParentAccess.Tests.Parents;

[Trait("Rule", "I14")]
public class GradeCourseTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    [Fact]
    public void It_runs_from_the_oldest_result_to_the_newest_whatever_their_order()
    {
        var course = GradeCourse.Of([Result(2, 8, 1, 10), Result(0, 6, 1, 10), Result(1, 7, 1, 10)]);

        Assert.Equal([6, 7, 8], course.Points);
        Assert.Equal((1m, 10m, true), (course.Minimum, course.Maximum, course.IsWhole));
    }

    [Fact]
    public void Of_results_on_several_scales_it_has_those_on_the_most_used()
    {
        var course = GradeCourse.Of([Result(0, 6, 1, 10), Result(1, 85, 0, 100), Result(2, 7, 1, 10)]);

        Assert.Equal([6, 7], course.Points);
        Assert.Equal((1m, 10m, false), (course.Minimum, course.Maximum, course.IsWhole));
    }

    [Fact]
    public void Results_in_words_are_not_drawn()
    {
        var course = GradeCourse.Of([Result(0, null, null, null) with { Text = "goed" }]);

        Assert.Empty(course.Points);
    }

    private static Grade Result(int day, int? score, int? minimum, int? maximum) =>
        new($"{day}", "Wiskunde", null, "Toets", Day.AddDays(day), default) { Score = score, Minimum = minimum, Maximum = maximum };
}
