using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Records;
using Klik.ParentAccess.Services.Storage;
using YesSql;
using YesSql.Sql;
using YesSql.Sql.Schema;

namespace Klik.ParentAccess.Migrations;

/// <summary>Makes a table of the built-in student records, whose columns are those that an import fills (<see cref="RecordTables"/>).</summary>
internal sealed class RecordTableCommand(ISchemaBuilder schema, IStore store, RecordTable table)
{
    private readonly List<Action<ICreateTableCommand>> _columns = [];
    private readonly List<string> _dates = [];
    private readonly List<string> _numbers = [];
    private readonly List<Action<ICreateTableCommand>> _key =
    [
        command => command.ExactTextColumn(schema.Dialect, "school_id", ColumnLength.SchoolId, column => column.NotNull().PrimaryKey()),
    ];

    private string Name => TableName.Of(table);

    /// <summary>Says that the entries belong to students; the moment of the last change is kept of those.</summary>
    public RecordTableCommand OfStudents()
    {
        _key.Add(command => command.ExactTextColumn(schema.Dialect, "student_id", StudentId.MaxLength, column => column.NotNull().PrimaryKey()));
        _columns.Add(command => command.Column<long>("changed_at", column => column.NotNull()));
        return this;
    }

    /// <summary>Adds a column for text that may be missing.</summary>
    public RecordTableCommand Text(string name, int length) =>
        With(command => command.ExactTextColumn(schema.Dialect, name, length));

    /// <summary>Adds a column for text.</summary>
    public RecordTableCommand RequiredText(string name, int length) =>
        With(command => command.ExactTextColumn(schema.Dialect, name, length, column => column.NotNull()));

    /// <summary>Adds a column for a whole number.</summary>
    public RecordTableCommand RequiredInteger(string name) => With(command => command.Column<int>(name, column => column.NotNull()));

    /// <summary>Adds a column for a number that may be missing.</summary>
    public RecordTableCommand Number(string name)
    {
        _numbers.Add(name);
        return With(command => command.NumberColumn(schema.Dialect, name));
    }

    /// <summary>Adds a column for a date that may be missing.</summary>
    public RecordTableCommand Date(string name)
    {
        _dates.Add(name);
        return With(command => command.DateColumn(schema.Dialect, name));
    }

    /// <summary>Adds a column for a date.</summary>
    public RecordTableCommand RequiredDate(string name)
    {
        _dates.Add(name);
        return With(command => command.DateColumn(schema.Dialect, name, column => column.NotNull()));
    }

    /// <summary>Makes the table.</summary>
    /// <param name="idLength">The longest identifier of an entry, in characters.</param>
    public async Task CreateAsync(int idLength = ColumnLength.SourceId)
    {
        await schema.CreateTableAsync(Name, command =>
        {
            _key.ForEach(add => add(command));
            command.ExactTextColumn(schema.Dialect, "id", idLength, column => column.NotNull().PrimaryKey());
            _columns.ForEach(add => add(command));
        });
        await schema.FinishDatesAsync(store, Name, [.. _dates]);
        await schema.FinishNumbersAsync(store, Name, [.. _numbers]);
    }

    private RecordTableCommand With(Action<ICreateTableCommand> column)
    {
        _columns.Add(column);
        return this;
    }
}
