namespace Klik.ParentAccess.Hardening;

/// <summary>Marks an endpoint of the module that answers programs.</summary>
internal sealed class ProgramAnswer
{
    /// <summary>The mark.</summary>
    public static ProgramAnswer Instance { get; } = new();
}
