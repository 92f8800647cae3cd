using Klik.ParentAccess.Module.Tests.Host;

[assembly: AssemblyFixture(typeof(RunningHost))]
