using Klik.ParentAccess.Core.Outbox;

namespace Klik.ParentAccess.Tests.Outbox;

[Trait("Rule", "P7")]
public class RetryScheduleTests
{
    private static readonly DateTimeOffset Queued = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_waits_double_from_a_minute_to_four_hours_and_end_after_a_day()
    {
        var (waits, now) = (new List<double>(), Queued);
        for (var attempt = 1; RetrySchedule.Next(Message(attempt), now) is { } next; attempt++)
        {
            waits.Add((next - now).TotalMinutes);
            now = next;
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240, 240], waits);
        Assert.InRange(now - Queued, TimeSpan.FromHours(20), TimeSpan.FromDays(1));
    }

    [Fact]
    public void A_message_that_could_not_be_tried_for_a_day_is_given_up()
    {
        Assert.NotNull(RetrySchedule.Next(Message(1), Queued.AddDays(1).AddHours(-1)));
        Assert.Null(RetrySchedule.Next(Message(1), Queued.AddDays(1)));
    }

    private static OutboxMessage Message(int attempts) =>
        new(Guid.CreateVersion7(Queued), OutboxKind.Invitation, Guid.CreateVersion7(Queued), null, Queued, Queued, attempts);
}
