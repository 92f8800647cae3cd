using System.Text.Json;
using System.Text.Json.Serialization;
using Klik.ParentAccess.Core.StudentRecords.Import;
using Klik.ParentAccess.Core.StudentRecords.Jobs;

namespace Klik.ParentAccess.Endpoints;

/// <summary>How an import stands, as a program gets it: counts, and rows by file and line, never a value from a file.</summary>
/// <param name="Id">What it is found by.</param>
/// <param name="State">Whether it runs, or how it ended.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Progress">How far it is, where the process that answers runs it.</param>
/// <param name="Imported">What was imported.</param>
/// <param name="Broken">Why nothing was.</param>
internal sealed record ImportJobAnswer(
    Guid Id,
    ImportJobState State,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    ImportProgress? Progress,
    ImportedAnswer? Imported,
    BrokenAnswer? Broken)
{
    /// <summary>How it is written: names in camel case, numbers of states as names, nothing for what is not there.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static ImportJobAnswer Running(Guid id) => new(id, ImportJobState.Running, null, null, null, null, null);

    public static ImportJobAnswer Of(ImportJob job) => new(
        job.Id, job.State, job.StartedAt, job.EndedAt, job.Progress,
        job.Result is ImportResult.Imported imported
            ? new ImportedAnswer(imported.Read, imported.Changed, imported.Refused, imported.Parents, imported.Staff, imported.Files, imported.Refusals)
            : null,
        job.Result is ImportResult.Broken broken ? new BrokenAnswer(broken.Reason, broken.File, broken.Column) : null);
}
