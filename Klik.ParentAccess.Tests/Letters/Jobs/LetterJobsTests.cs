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
    private readonly LetterJobs _jobs;

    public LetterJobsTests()
    {
        _fake.Students.Add("Emma");
        _fake.Students.Add("Bram");
        _scopes = new FakeSchoolScopes(_fake);
        _jobs = NewProcess();
    }

    private School School => _fake.Context.School;

    private string[] Files => Directory.Exists(_root.File("letters")) ? Directory.GetFiles(_root.File("letters")) : [];

    private string[] Pdfs => [.. Files.Where(file => file.EndsWith(".pdf", StringComparison.Ordinal))];

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

        Assert.Single(Pdfs);
        Assert.All(Files, file => Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite)));
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task A_PDF_is_gone_after_a_day_whether_or_not_anybody_looks()
    {
        _jobs.TryStart(School, Everybody);
        var job = await EndedAsync();

        _fake.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        _jobs.DeleteOld();
        Assert.Single(Pdfs);
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
        await using (var open = _jobs.Open(School, job.Id))
        {
            Assert.NotNull(open);
        }

        _fake.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Null(_jobs.Open(School, job.Id));
        Assert.Empty(Files);
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task The_next_PDF_takes_the_place_of_the_former()
    {
        _jobs.TryStart(School, Everybody);
        var former = await EndedAsync();
        _jobs.TryStart(School, Everybody);
        var latest = await EndedAsync();

        Assert.Single(Pdfs);
        Assert.Null(_jobs.Open(School, former.Id));
        Assert.Equal("%PDF-", await StartOfAsync(latest.Id));
    }

    [Fact]
    public async Task Another_process_shows_and_gives_the_same_PDF_and_so_does_one_that_is_started_later()
    {
        using var other = NewProcess();
        var gate = new TaskCompletionSource();
        _scopes.Before = gate.Task;
        Assert.True(_jobs.TryStart(School, Everybody));

        Assert.Equal(LetterJobState.Running, other.Find(School)!.State);
        Assert.False(other.TryStart(School, Everybody));
        gate.SetResult();
        var job = await EndedAsync();
        using var later = NewProcess();
        later.DeleteOld();

        Assert.Equal(job, other.Find(School));
        Assert.Equal(job, later.Find(School));
        Assert.Equal("%PDF-", await StartOfAsync(job.Id, later));
        other.Delete(School);
        Assert.Null(_jobs.Find(School));
        Assert.Empty(Files);
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task What_a_process_that_is_gone_was_making_has_failed_and_leaves_no_file()
    {
        // The process hangs; that is as good as gone for the others.
        var gate = new TaskCompletionSource();
        _scopes.Before = gate.Task;
        Assert.True(_jobs.TryStart(School, Everybody));
        using var other = NewProcess();
        var half = _root.File("letters/" + School.Id + "." + _jobs.Find(School)!.Id.ToString("N") + ".pdf");
        await File.WriteAllTextAsync(half, "%PDF-", TestContext.Current.CancellationToken);

        _fake.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(LetterJobState.Running, other.Find(School)!.State);
        _fake.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(LetterJobState.Failed, other.Find(School)!.State);
        other.DeleteOld();
        Assert.Empty(Pdfs);
        _scopes.Before = Task.CompletedTask;
        Assert.True(other.TryStart(School, Everybody));
        var job = await EndedAsync(other);
        Assert.Equal(LetterJobState.Ready, job.State);

        // When it goes on after all, it finds its place taken.
        gate.SetResult();
        await _jobs.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(job, other.Find(School));
        Assert.Single(Pdfs);
    }

    [Fact]
    public async Task The_note_of_a_process_that_died_while_writing_it_is_removed_and_of_one_that_is_writing_it_is_not()
    {
        _jobs.TryStart(School, Everybody);
        await EndedAsync();
        var (left, busy) = (_root.File("letters/left" + LetterJobFolder.HalfNote), _root.File("letters/busy" + LetterJobFolder.HalfNote));
        var now = _fake.Clock.GetUtcNow().UtcDateTime;
        foreach (var (file, begun) in new[] { (left, now.AddMinutes(-1)), (busy, now.AddSeconds(-59)) })
        {
            await File.WriteAllTextAsync(file, "{", TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(file, begun);
        }

        _jobs.DeleteOld();

        Assert.False(File.Exists(left));
        Assert.True(File.Exists(busy));
        Assert.Equal(LetterJobState.Ready, _jobs.Find(School)!.State);
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
        Assert.Empty(Pdfs);
    }

    [Fact]
    public async Task A_failure_is_told_and_leaves_no_file()
    {
        _scopes.Before = Task.FromException(new IOException("The disk is full."));
        _jobs.TryStart(School, Everybody);

        Assert.Equal(LetterJobState.Failed, (await EndedAsync()).State);
        Assert.Empty(Pdfs);
        _scopes.Before = Task.CompletedTask;
        Assert.True(_jobs.TryStart(School, Everybody));
        Assert.Equal(LetterJobState.Ready, (await EndedAsync()).State);
    }

    [Fact]
    public async Task Where_the_folder_cannot_be_written_it_has_failed()
    {
        await File.WriteAllTextAsync(_root.File("letters"), "", TestContext.Current.CancellationToken);

        Assert.True(_jobs.TryStart(School, Everybody));
        Assert.Equal(LetterJobState.Failed, _jobs.Find(School)!.State);

        File.Delete(_root.File("letters"));
        Assert.True(_jobs.TryStart(School, Everybody));
        Assert.Equal(LetterJobState.Ready, (await EndedAsync()).State);
    }

    private LetterJobs NewProcess() =>
        new(_scopes, new LetterJobFolder(_root.File("letters")), new TestLifetime(), _fake.Clock, NullLogger<LetterJobs>.Instance);

    private Task<LetterJob> EndedAsync(LetterJobs? jobs = null) =>
        Eventually.FindAsync(() => (jobs ?? _jobs).Find(School) is { EndedAt: not null } job ? job : null);

    private async Task<string> StartOfAsync(Guid id, LetterJobs? jobs = null)
    {
        await using var pdf = (jobs ?? _jobs).Open(School, id)!;
        var start = new byte[5];
        await pdf.ReadExactlyAsync(start, TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(start);
    }
}
