using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Matrix;

/// <summary>Who comes to a school of a running host, for the matrix.</summary>
public interface IMatrixPeople
{
    /// <summary>The school's base, without a slash at the end.</summary>
    string Address { get; }

    /// <summary>Somebody with a new browser at the school.</summary>
    SchoolVisitor NewVisitor();

    /// <summary>A new student of the school, signed in.</summary>
    Task<SchoolVisitor> NewStudentAsync();

    /// <summary>The school's administrator, signed in.</summary>
    Task<SchoolVisitor> NewAdministratorAsync();

    /// <summary>A student of another school of the host, signed in there.</summary>
    Task<SchoolVisitor> NewStudentElsewhereAsync();
}
