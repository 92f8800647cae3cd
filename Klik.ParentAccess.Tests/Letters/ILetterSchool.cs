using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>A school of a running host, in words of letters.</summary>
public interface ILetterSchool
{
    /// <summary>A new browser at the school.</summary>
    SchoolVisitor NewVisitor();

    /// <summary>Adds a student, as an import would.</summary>
    Task<TestStudent> AddStudentAsync(string givenName = "Sanne", DateOnly? birthDate = null);

    /// <summary>Makes a letter for a student, or prints it again.</summary>
    /// <returns>The code in it.</returns>
    Task<string> MakeLetterAsync(TestStudent student);

    /// <summary>A student, signed in.</summary>
    Task<SchoolVisitor> SignedInAsync(TestStudent student);

    /// <summary>The administrator says whether parents may have an account at the school.</summary>
    Task AllowOwnAccountsAsync(bool allows);

    /// <summary>Loads the school anew, on a host that keeps one in memory from request to request.</summary>
    Task RestartAsync() => Task.CompletedTask;
}
