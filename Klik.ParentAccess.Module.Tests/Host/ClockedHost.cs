using Klik.ParentAccess.Tests.SignIn;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>A host with one school whose time a test moves.</summary>
public class ClockedHost : RunningHost
{
    public AdjustableClock Clock { get; } = new();

    protected override IReadOnlyList<string> FirstSchools => [""];

    protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(Clock);
}
