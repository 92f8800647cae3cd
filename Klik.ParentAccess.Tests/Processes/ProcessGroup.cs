namespace Klik.ParentAccess.Tests.Processes;

/// <summary>Tests with processes of their own run one after the other: each needs the processor for itself.</summary>
[CollectionDefinition(Name)]
public sealed class ProcessGroup
{
    public const string Name = "processes";
}
