using System.Globalization;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Letters;

[Trait("Rule", "L1")]
public sealed class LettersOverviewTests : IAsyncDisposable
{
    private readonly FakeSchool _school = new();

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Theory, Trait("Rule", "I9")]
    [InlineData(20, 3, null, false)]
    [InlineData(20, 4, 4, false)]
    [InlineData(20, 16, 16, false)]
    [InlineData(20, 17, 16, true)]
    [InlineData(20, 20, 16, true)]
    [InlineData(8, 4, 4, false)]
    [InlineData(8, 8, 4, true)]
    [InlineData(7, 4, null, false)]
    [InlineData(7, 7, null, false)]
    [InlineData(4, 4, null, false)]
    [InlineData(4, 0, null, false)]
    [InlineData(0, 0, null, false)]
    public async Task An_administrator_is_never_told_a_number_that_points_at_somebody(int letters, int used, int? told, bool orMore)
    {
        for (var number = 0; number < letters; number++)
        {
            var student = _school.Students.Add(string.Create(CultureInfo.InvariantCulture, $"L{number}"), "2A");
            await _school.LetterAsync(student);
            if (number < used)
            {
                await _school.UseLetterAsync(student, $"Ouder {number}");
            }
        }

        _school.Students.Add("Zonder", "2A");

        Assert.Equal(
            [new LettersOverviewResult.ClassCount("2A", letters + 1, letters, told is { } count ? new LettersOverviewResult.UsedCount(count, orMore) : null)],
            (await _school.LettersOverviewAsync()).Classes);
    }
}
