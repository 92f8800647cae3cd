using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Web.Endpoints;

/// <summary>What was refused, in the log.</summary>
internal static partial class RefusalLog
{
    [LoggerMessage(2201, LogLevel.Warning, "{Method} {Route}: refused, {Refusal}.")]
    public static partial void Refused(ILogger logger, string method, string route, Refusal refusal);
}
