using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>Sign-in in the log: scheme and fault, nothing of a person.</summary>
internal static partial class SignInLog
{
    [LoggerMessage(2100, LogLevel.Information, "{Scheme}: a person was identified.")]
    public static partial void Identified(ILogger logger, string scheme);

    [LoggerMessage(2101, LogLevel.Warning, "{Scheme}: sign-in failed, {Fault} ({Cause}).")]
    public static partial void Failed(ILogger logger, string scheme, SignInFault fault, string cause);

    [LoggerMessage(2102, LogLevel.Information, "{Scheme}: the person did not go on at the provider.")]
    public static partial void Cancelled(ILogger logger, string scheme);

    [LoggerMessage(2104, LogLevel.Information, "An account at the school: somebody signed in.")]
    public static partial void OwnAccount(ILogger logger);

    [LoggerMessage(2105, LogLevel.Warning, "An account at the school: sign-in was refused, {Fault}.")]
    public static partial void OwnAccountRefused(ILogger logger, string fault);

    [LoggerMessage(2103, LogLevel.Error, "A provider is not offered: {Problem}")]
    public static partial void LeftOut(ILogger logger, string problem);
}
