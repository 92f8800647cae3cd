using Klik.ParentAccess.Tests.Portal;

// One portal for all tests over HTTP: each makes a school of its own in it.
[assembly: AssemblyFixture(typeof(RunningPortal))]
