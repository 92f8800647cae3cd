using System.Text;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;

namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>A school, its key and its address.</summary>
internal sealed class FakeSchoolContext : ICurrentSchool, ISchoolKeys, ISchoolAddress
{
    public School School { get; set; } = new(SchoolId.Parse("demo"), "Het Voorbeeld");

    public IReadOnlyList<SchoolKey> Versions { get; set; } = [new SchoolKey(1, Encoding.ASCII.GetBytes("the key of a school that is not."))];

    public Uri Base { get; set; } = new("https://school.example/demo/");
}
