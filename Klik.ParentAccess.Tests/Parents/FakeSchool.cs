using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;

namespace Klik.ParentAccess.Tests.Parents;

/// <summary>A school whose settings a test changes.</summary>
internal sealed class FakeSchool : ICurrentSchool, ISchoolKeys
{
    public School School { get; set; } = new(SchoolId.Parse("demo"), "De Linde");

    public IReadOnlyList<SchoolKey> Versions { get; } = [new(1, new byte[32])];
}
