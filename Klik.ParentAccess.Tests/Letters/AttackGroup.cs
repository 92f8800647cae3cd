namespace Klik.ParentAccess.Tests.Letters;

/// <summary>Tests that keep the machine busy for a while run when all others have ended, and one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AttackGroup
{
    public const string Name = "Attack";
}
