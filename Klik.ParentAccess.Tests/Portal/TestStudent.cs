namespace Klik.ParentAccess.Tests.Portal;

/// <summary>A student of a test school.</summary>
public sealed record TestStudent(string Id, string GivenName, string Name, string UserName)
{
    public string Address => $"{UserName}@school.example";
}
