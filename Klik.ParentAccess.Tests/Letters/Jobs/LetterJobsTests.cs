using System.Text;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Letters.Jobs;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Tests.Fakes;
using Klik.ParentAccess.Tests.Storage;
using Klik.ParentAccess.Tests.StudentRecords.Jobs;
using Microsoft.Extensions.Logging.Abstractions;

namespace Klik.ParentAccess.Tests.Letters.Jobs;

[Trait("Rule", "L1")]
public sealed class LetterJobsTests : IAsyncLifetime
{
    private static readonly LetterOrder Everybody = new(new LetterSelection.WholeSchool(), LetterChoice.All, "nl");

    private readonly TemporaryFolder _root = new();
    private readonly FakeSchool _fake = new();
    private readonly FakeSchoolScopes _scopes;
    private readonly LetterJobFolder _folder;
    private readonly LetterJobs _jobs;

    public LetterJobsTests()
    {
        _fake.Students.Add("Emma");
        _fake.Students.Add("Bram");
        _scopes = new FakeSchoolScopes(_fake);
        _folder = new LetterJobFolder(_root.File("letters"));
        _jobs = new LetterJobs(_scopes, _folder, new TestLifetime(), _fake.Clock, NullLogger<LetterJobs>.Instance);
    }

    private School School => _fake.Context.School;

    private string[] Files => Directory.Exists(_root.File("letters")) ? Directory.GetFiles(_root.File("letters")) : [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _jobs.StopAsync(CancellationToken.None);
        _jobs.Dispose();
        await _fake.DisposeAsync();
        _root.Dispose();
    }

    [Fact]
    public async Task The_PDF_is_there_when_the_job_is_ready_and_for_this_school_alone()
    {
        Assert.True(_jobs.TryStart(School, Everybody));

        var job = await EndedAsync();

        Assert.Equal((LetterJobState.Ready, 2, 100), (job.State, job.Written, job.Percent));
        Assert.Equal(job.EndedAt + TimeSpan.FromDays(1), job.DeletedAt);
        Assert.Equal("%PDF-", await StartOfAsync(job.Id));
        Assert.Null(_jobs.Open(School, Guid.Empty));
        Assert.Null(_jobs.Open(new School(SchoolId.Parse("other"), "Other"), job.Id));
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task Only_the_hosts_own_account_can_read_the_file()
    {
        _jobs.TryStart(School, Everybody);

        await EndedAsync();

        var file = Assert.Single(Files);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task A_PDF_is_gone_after_a_day_whether_or_not_anybody_looks()
    {
        _jobs.TryStart(School, Everybody);
        var job = await EndedAsync();

        _fake.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        _jobs.DeleteOld();
        Assert.Single(Files);
        _fake.Clock.Advance(TimeSpan.FromSeconds(1));
        _jobs.DeleteOld();

        Assert.Empty(Files);
        Assert.Null(_jobs.Find(School));
        Assert.Null(_jobs.Open(School, job.Id));
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task A_PDF_whose_day_is_over_is_not_given_any_more()
    {
        _jobs.TryStart(School, Everybody);
        var job = await EndedAsync();

        _fake.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Null(_jobs.Open(School, job.Id));
        Assert.Empty(Files);
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task A_start_of_the_host_and_the_next_PDF_delete_what_was_left()
    {
        _jobs.TryStart(School, Everybody);
        await EndedAsync();
        _jobs.TryStart(School, Everybody);
        await EndedAsync();
        Assert.Single(Files);

        _folder.Clear();

        Assert.Empty(Files);
        Assert.Null(_jobs.Open(School, _jobs.Find(School)!.Id));
    }

    [Fact]
    public async Task A_school_makes_one_PDF_at_a_time()
    {
        var gate = new TaskCompletionSource();
        _scopes.Before = gate.Task;
        Assert.True(_jobs.TryStart(School, Everybody));

        Assert.False(_jobs.TryStart(School, Everybody));
        _jobs.Delete(School);

        Assert.Equal(LetterJobState.Running, _jobs.Find(School)!.State);
        gate.SetResult();
        Assert.Equal(LetterJobState.Ready, (await EndedAsync()).State);
    }

    [Fact]
    public async Task Where_there_is_nothing_to_print_no_file_stays()
    {
        _jobs.TryStart(School, Everybody with { Choice = LetterChoice.WithUnusedSeats });

        Assert.Equal(LetterJobState.Empty, (await EndedAsync()).State);
        Assert.Empty(Files);
    }

    [Fact]
    public async Task A_failure_is_told_and_leaves_no_file()
    {
        _scopes.Before = Task.FromException(new IOException("The disk is full."));
        _jobs.TryStart(School, Everybody);

        Assert.Equal(LetterJobState.Failed, (await EndedAsync()).State);
        Assert.Empty(Files);
        _scopes.Before = Task.CompletedTask;
        Assert.True(_jobs.TryStart(School, Everybody));
        Assert.Equal(LetterJobState.Ready, (await EndedAsync()).State);
    }

    private async Task<LetterJob> EndedAsync()
    {
        for (var i = 0; i < 600; i++)
        {
            if (_jobs.Find(School) is { EndedAt: not null } job)
            {
                return job;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The letters are not made within thirty seconds.");
    }

    private async Task<string> StartOfAsync(Guid id)
    {
        await using var pdf = _jobs.Open(School, id)!;
        var start = new byte[5];
        await pdf.ReadExactlyAsync(start, TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(start);
    }
}
