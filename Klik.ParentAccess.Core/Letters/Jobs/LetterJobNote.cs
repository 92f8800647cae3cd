using System.Text.Json;

namespace Klik.ParentAccess.Core.Letters.Jobs;

/// <summary>What the processes that share a <see cref="LetterJobFolder"/> tell each other of a school's latest PDF.</summary>
/// <param name="Job">The PDF.</param>
/// <param name="SeenAt">When the process that makes it last told that it does.</param>
internal sealed record LetterJobNote(LetterJob Job, DateTimeOffset SeenAt)
{
    /// <summary>After how long without a word a process that made a PDF counts as gone.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>How it stands at a moment: what nobody makes any more has failed.</summary>
    public LetterJob At(DateTimeOffset now) => Job.State == LetterJobState.Running && SeenAt + Patience <= now
        ? Job with { State = LetterJobState.Failed, EndedAt = SeenAt }
        : Job;

    /// <summary>For a file.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>Reads what <see cref="ToBytes"/> gave.</summary>
    /// <returns>Null when it is something else.</returns>
    public static LetterJobNote? Read(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<LetterJobNote>(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
