using Klik.ParentAccess.Core.StudentRecords.Import;

namespace Klik.ParentAccess.Tests.StudentRecords.Import;

/// <summary>The port's contract in memory, for tests of what the import makes of files.</summary>
internal sealed class MemoryImportStore : IImportStore
{
    private Dictionary<(Type Type, string? Student, string Id), IImportRow> _rows = [];

    public IEnumerable<TRow> All<TRow>()
        where TRow : IImportRow => _rows.Values.OfType<TRow>();

    public TRow One<TRow>(string id)
        where TRow : IImportRow => All<TRow>().Single(row => row.Id == id);

    public Task<IImportTransaction> BeginAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult<IImportTransaction>(new Transaction(this));

    private sealed class Transaction(MemoryImportStore store) : IImportTransaction
    {
        private readonly Dictionary<(Type Type, string? Student, string Id), IImportRow> _rows = new(store._rows);

        public Task<IReadOnlyList<StudentRow>> StudentsAsync(CancellationToken cancellationToken) => List<StudentRow>();

        public Task<IReadOnlyList<CatalogueRow>> CatalogueAsync(CancellationToken cancellationToken) => List<CatalogueRow>();

        public Task<IReadOnlyList<LineItemRow>> LineItemsAsync(CancellationToken cancellationToken) => List<LineItemRow>();

        public Task<IReadOnlyList<ImportKey>> KeysAsync<TRow>(CancellationToken cancellationToken)
            where TRow : class, IImportRow =>
            Task.FromResult<IReadOnlyList<ImportKey>>([.. _rows.Keys.Where(key => key.Type == typeof(TRow)).Select(key => new ImportKey(key.Student, key.Id))]);

        public Task<ImportCounts> StoreAsync<TRow>(ImportBatch<TRow> batch, CancellationToken cancellationToken)
            where TRow : class, IImportRow
        {
            var changes = batch.Changes.ToList();
            var counts = default(ImportCounts);
            var put = changes.Where(change => change.Action == ImportAction.Put).Select(change => (typeof(TRow), change.StudentId, change.Id)).ToHashSet();
            var moved = put.Select(key => key.Id).ToHashSet();
            var kept = changes.Where(change => change.Action == ImportAction.Keep).Select(change => change.Id).ToHashSet();
            foreach (var key in Keys<TRow>().ToList())
            {
                var isDeleted = changes.Any(change => change.Action == ImportAction.Delete && change.Id == key.Id && (change.StudentId ?? key.Student) == key.Student);
                var isMoved = typeof(TRow) != typeof(ActivityProgressRow) && key.Student is not null && moved.Contains(key.Id) && !put.Contains(key);
                var isMissing = batch.RemovesMissing && !put.Contains(key) && !kept.Contains(key.Id) && IsActive(key.Student) && !IsNeeded(key);
                if ((isDeleted && !put.Contains(key)) || isMoved || isMissing)
                {
                    _rows.Remove(key);
                    counts += new ImportCounts(0, 0, 0, 1);
                }
            }

            foreach (var change in changes.Where(change => change.Action == ImportAction.Put))
            {
                var key = (typeof(TRow), change.StudentId, change.Id);
                counts += !_rows.TryGetValue(key, out var stored) ? new(1, 0, 0, 0) : stored.Equals(change.Row) ? new(0, 0, 1, 0) : new ImportCounts(0, 1, 0, 0);
                _rows[key] = change.Row!;
            }

            RemoveOrphans();
            return Task.FromResult(counts);
        }

        public Task CommitAsync(CancellationToken cancellationToken)
        {
            store._rows = _rows;
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private Task<IReadOnlyList<TRow>> List<TRow>() => Task.FromResult<IReadOnlyList<TRow>>([.. _rows.Values.OfType<TRow>()]);

        private IEnumerable<(Type Type, string? Student, string Id)> Keys<TRow>() => _rows.Keys.Where(key => key.Type == typeof(TRow));

        private bool IsActive(string? student) =>
            student is null || (_rows.TryGetValue((typeof(StudentRow), null, student), out var row) && ((StudentRow)row).IsActiveInSource);

        private bool IsNeeded((Type Type, string? Student, string Id) key) =>
            key.Type == typeof(LineItemRow) && _rows.Values.OfType<ResultRow>().Any(result => result.LineItemId == key.Id);

        private void RemoveOrphans()
        {
            bool Lacks<TOwner>(string? student, string id) => !_rows.ContainsKey((typeof(TOwner), student, id));
            foreach (var (key, row) in _rows.ToList())
            {
                var isOrphan = row switch
                {
                    ResultRow result => Lacks<LineItemRow>(null, result.LineItemId),
                    ActivityRow activity => Lacks<LearningLineRow>(null, activity.LearningLineId),
                    ActivityProgressRow progress => Lacks<ActivityRow>(null, progress.Id),
                    GoalStepRow step => Lacks<GoalRow>(step.StudentId, step.GoalId),
                    _ => false,
                };
                if (isOrphan)
                {
                    _rows.Remove(key);
                }
            }
        }
    }
}
