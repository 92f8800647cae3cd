using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Klik.ParentAccess.Tests.Matrix;

/// <summary>A case for every role.</summary>
internal sealed class CombinatorialRoleAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Role>().Select(role => new TheoryDataRow<Role>(role))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
