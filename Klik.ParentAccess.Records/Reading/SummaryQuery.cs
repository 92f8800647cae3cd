using System.Data.Common;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Records.Reading;

/// <summary>What the overview shows, for all of a parent's children in one round trip, or none where nothing has changed.</summary>
internal sealed class SummaryQuery(IRecordDatabase database, SummaryStatements statements, RememberedSummaries remembered)
{
    /// <summary>The summaries in the order of the requests.</summary>
    public async Task<IReadOnlyList<StudentSummary>> ExecuteAsync(IReadOnlyCollection<SummaryRequest> requests, CancellationToken cancellationToken)
    {
        if (database.Version is not { } version)
        {
            return await ReadAsync(requests, cancellationToken);
        }

        var school = database.SchoolId;
        var known = requests.Select(request => remembered.TryFind(school, request, version, out var summary) ? summary : null).ToList();
        var missing = requests.Where((_, index) => known[index] is null).ToList();
        var read = new Queue<StudentSummary>(await ReadAsync(missing, cancellationToken));
        foreach (var (request, summary) in missing.Zip(read))
        {
            remembered.Remember(school, request, version, summary);
        }

        return [.. known.Select(summary => summary ?? read.Dequeue())];
    }

    private async Task<IReadOnlyList<StudentSummary>> ReadAsync(IReadOnlyCollection<SummaryRequest> requests, CancellationToken cancellationToken)
    {
        if (requests.Count == 0)
        {
            return [];
        }

        var drafts = requests.Select(request => new Draft(request.StudentId)).ToList();
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.Command(statements.For(requests.Count), Parameters(requests));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            Read(reader, drafts[reader.GetInt32(0)]);
        }

        return [.. drafts.Select(draft => draft.ToSummary())];
    }

    // A first visit finds nothing new.
    private (string Name, object Value)[] Parameters(IReadOnlyCollection<SummaryRequest> requests) =>
    [
        ("@school", database.SchoolId),
        .. requests.Index().SelectMany(request => new (string Name, object Value)[]
        {
            ($"@student{request.Index}", request.Item.StudentId.Value),
            ($"@since{request.Index}", request.Item.Since?.UtcTicks ?? long.MaxValue),
        }),
    ];

    private static void Read(DbDataReader reader, Draft draft)
    {
        var line = reader.GetInt32(1);
        var one = reader.GetInt32(2);
        if (line == SummaryLine.NewestGrade)
        {
            draft.NewestGrade = GradeReading.Read(reader, 4);
        }
        else if (line == SummaryLine.Progress)
        {
            draft.ProgressPercent = one == 0 ? null : reader.GetInt32(3) * 100 / one;
        }
        else if (one > 0)
        {
            draft.Changed[(StudentPart)line] = one;
        }
    }

    private sealed class Draft(StudentId studentId)
    {
        public Grade? NewestGrade { get; set; }

        public int? ProgressPercent { get; set; }

        public Dictionary<StudentPart, int> Changed { get; } = [];

        public StudentSummary ToSummary() => new(studentId, NewestGrade, ProgressPercent, Changed);
    }
}
