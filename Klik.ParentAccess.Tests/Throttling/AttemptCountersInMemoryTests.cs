using Klik.ParentAccess.Tests.Conformance;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Throttling;

public sealed class AttemptCountersInMemoryTests(MemoryStoreHost host) : AttemptCountersConformance(host), IClassFixture<MemoryStoreHost>;
