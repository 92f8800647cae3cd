namespace Klik.Portal.Storage.Connections;

/// <summary>A service that is made when it is first used: the pages that parents open most need hardly any.</summary>
internal sealed class ScopedLazy<T>(IServiceProvider services) : Lazy<T>(services.GetRequiredService<T>)
    where T : notnull;
