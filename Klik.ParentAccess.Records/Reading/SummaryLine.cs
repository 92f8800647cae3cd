namespace Klik.ParentAccess.Records.Reading;

/// <summary>What kind of line a summary's statement answers with; from 0 on a line is a <see cref="Core.StudentRecords.StudentPart"/>.</summary>
internal static class SummaryLine
{
    public const int NewestGrade = -1;
    public const int Progress = -2;
}
