using Klik.ParentAccess.Core.OneRoster;

namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>Makes what OneRoster lacks of our own files: progress, assessments, goals, personal links and conversations.</summary>
internal sealed class RecordImport(ImportRun run, StudentImport students, IImportTransaction transaction)
{
    private const int MaxAddressLength = 2_000;

    private HashSet<string> _learningLines = [];
    private HashSet<string> _activities = [];
    private HashSet<ImportKey> _goals = [];

    /// <summary>Reads the files and stores what they change.</summary>
    public async Task ImportAsync()
    {
        await StoreAsync(FileKind.LearningLines, ParseLearningLine);
        _learningLines = await IdsAsync<LearningLineRow>(FileKind.Activities);
        await StoreAsync(FileKind.Activities, ParseActivity);
        _activities = await IdsAsync<ActivityRow>(FileKind.ActivityProgress);
        await StoreAsync(FileKind.ActivityProgress, ParseActivityProgress, idsArePerStudent: true);
        await StoreAsync(FileKind.Assessments, ParseAssessment);
        await StoreAsync(FileKind.Goals, ParseGoal);
        _goals = run.Has(FileKind.GoalSteps) ? [.. await transaction.KeysAsync<GoalRow>(run.CancellationToken)] : [];
        await StoreAsync(FileKind.GoalSteps, ParseGoalStep);
        await StoreAsync(FileKind.PersonalLinks, ParsePersonalLink);
        await StoreAsync(FileKind.Conversations, ParseConversation);
    }

    private async Task StoreAsync<TRow>(FileKind kind, Func<OneRosterRow, string, ImportChange<TRow>> parse, bool idsArePerStudent = false)
        where TRow : class, IImportRow
    {
        if (run.Has(kind))
        {
            var batch = run.Batch<TRow>(kind, row => Parse(row, idsArePerStudent ? Columns.ActivitySourcedId : Columns.SourcedId, parse), idsArePerStudent);
            run.Count(kind, await transaction.StoreAsync(batch, run.CancellationToken));
        }
    }

    private static ImportChange<TRow>? Parse<TRow>(OneRosterRow row, string idColumn, Func<OneRosterRow, string, ImportChange<TRow>> parse)
        where TRow : class, IImportRow
    {
        var id = row.OwnId(idColumn);
        return row.Status() == RowStatus.Active ? parse(row, id) : ImportChanges.Delete<TRow>(id, row.OptionalId(Columns.StudentSourcedId));
    }

    private async Task<HashSet<string>> IdsAsync<TRow>(FileKind neededFor)
        where TRow : class, IImportRow =>
        run.Has(neededFor) ? [.. (await transaction.KeysAsync<TRow>(run.CancellationToken)).Select(key => key.Id)] : [];

    private ImportChange<LearningLineRow> ParseLearningLine(OneRosterRow row, string id) =>
        ImportChanges.Put(new LearningLineRow(id, row.RequiredText(Columns.Title), row.Text(Columns.Subject), row.Order(Columns.SortOrder)));

    private ImportChange<ActivityRow> ParseActivity(OneRosterRow row, string id)
    {
        var line = row.Id(Columns.LearningLineSourcedId);
        if (!_learningLines.Contains(line))
        {
            row.Refuse(RefusalReason.UnknownLearningLine, Columns.LearningLineSourcedId);
        }

        return ImportChanges.Put(new ActivityRow(id, line, row.RequiredText(Columns.Title), row.Order(Columns.SortOrder)));
    }

    private ImportChange<ActivityProgressRow> ParseActivityProgress(OneRosterRow row, string id)
    {
        if (!_activities.Contains(id))
        {
            row.Refuse(RefusalReason.UnknownActivity, Columns.ActivitySourcedId);
        }

        return ImportChanges.Put(new ActivityProgressRow(Student(row), id, State(row), row.Date(Columns.Date)));
    }

    private ImportChange<AssessmentRow> ParseAssessment(OneRosterRow row, string id) =>
        ImportChanges.Put(new AssessmentRow(Student(row), id, row.RequiredText(Columns.Title), row.RequiredDate(Columns.Date))
        {
            Subject = row.Text(Columns.Subject),
            Teacher = row.Text(Columns.Teacher),
            Level = row.Text(Columns.Level),
            Text = row.Text(Columns.Text, OneRosterRow.LongText),
        });

    private ImportChange<GoalRow> ParseGoal(OneRosterRow row, string id) =>
        ImportChanges.Put(new GoalRow(Student(row), id, row.RequiredText(Columns.Title), State(row))
        {
            Description = row.Text(Columns.Description, OneRosterRow.LongText),
            DueDate = row.Date(Columns.DueDate),
        });

    private ImportChange<GoalStepRow> ParseGoalStep(OneRosterRow row, string id)
    {
        var student = Student(row);
        var goal = row.Id(Columns.GoalSourcedId);
        if (!_goals.Contains(new ImportKey(student, goal)))
        {
            row.Refuse(RefusalReason.UnknownGoal, Columns.GoalSourcedId);
        }

        return ImportChanges.Put(new GoalStepRow(student, id, goal, row.RequiredText(Columns.Title), State(row), row.Order(Columns.SortOrder)));
    }

    private ImportChange<PersonalLinkRow> ParsePersonalLink(OneRosterRow row, string id) =>
        ImportChanges.Put(new PersonalLinkRow(Student(row), id, row.RequiredText(Columns.Title), Kind(row))
        {
            Address = WebAddress(row),
            Description = row.Text(Columns.Description, OneRosterRow.LongText),
        });

    private ImportChange<ConversationRow> ParseConversation(OneRosterRow row, string id) =>
        ImportChanges.Put(new ConversationRow(Student(row), id, row.RequiredText(Columns.Title), row.RequiredDate(Columns.Date))
        {
            Participants = row.Text(Columns.Participants, OneRosterRow.LongText),
            Report = row.Text(Columns.Report, OneRosterRow.LongText),
            Agreements = row.Text(Columns.Agreements, OneRosterRow.LongText),
        });

    private string Student(OneRosterRow row)
    {
        var student = row.Id(Columns.StudentSourcedId);
        if (!students.Knows(student))
        {
            row.Refuse(RefusalReason.UnknownStudent, Columns.StudentSourcedId);
        }

        return student;
    }

    private static ActivityState State(OneRosterRow row)
    {
        switch (row.Word(Columns.State))
        {
            case "notstarted" or "nietgestart":
                return ActivityState.NotStarted;
            case "busy" or "inprogress" or "bezig":
                return ActivityState.Busy;
            case "done" or "completed" or "klaar" or "afgerond":
                return ActivityState.Done;
            default:
                row.Refuse(RefusalReason.UnknownState, Columns.State);
                return ActivityState.NotStarted;
        }
    }

    private static PersonalLinkKind Kind(OneRosterRow row)
    {
        switch (row.Word(Columns.Kind))
        {
            case "activity" or "activiteit":
                return PersonalLinkKind.Activity;
            case "source" or "bron":
                return PersonalLinkKind.Source;
            case "person" or "persoon":
                return PersonalLinkKind.Person;
            default:
                row.Refuse(RefusalReason.UnknownKind, Columns.Kind);
                return PersonalLinkKind.Activity;
        }
    }

    private static string? WebAddress(OneRosterRow row)
    {
        var text = row.Text(Columns.Address, MaxAddressLength);
        if (text is null)
        {
            return null;
        }

        // Anything else could run script or open a file on the parent's machine.
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) || address.UserInfo.Length > 0)
        {
            row.Refuse(RefusalReason.InvalidWebAddress, Columns.Address);
            return null;
        }

        return address.AbsoluteUri;
    }
}
