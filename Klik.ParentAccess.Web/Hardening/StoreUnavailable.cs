using System.Globalization;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Web.Hardening;

/// <summary>
/// Says in plain words that a page cannot be shown while the database cannot do its work (503), and when to try again. What a
/// request changes, it changes in one transaction (rule P7): nothing of it has happened then, or all of it where the database went
/// away before it could answer a commit. Trying again is safe either way.
/// </summary>
public static partial class StoreUnavailable
{
    private const int SecondsToWait = 10;

    /// <summary>Adds it, around everything that asks the database; the host gives <see cref="IStoreFaults"/>.</summary>
    /// <param name="app">The pipeline.</param>
    /// <param name="schoolDefault">Gives the tag of the school's language for a request, without asking the database.</param>
    /// <param name="stylesheet">Gives the address of the stylesheet for a request.</param>
    public static IApplicationBuilder UseStoreUnavailable(
        this IApplicationBuilder app, Func<HttpContext, string?> schoolDefault, Func<HttpContext, string> stylesheet)
    {
        var faults = app.ApplicationServices.GetRequiredService<IStoreFaults>();
        var scopes = app.ApplicationServices.GetRequiredService<IServiceScopeFactory>();
        var language = new RequestLanguage(app.ApplicationServices.GetRequiredService<ITexts>());
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StoreUnavailable).FullName!);
        return app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception problem) when (!context.Response.HasStarted && faults.FaultOf(problem) is { } fault)
            {
                LogUnavailable(logger, fault, faults.CodeOf(problem));
                language.Apply(context, schoolDefault(context));
                // Whoever is around this and has begun something for the request learns that it failed.
                context.Features.Set<IExceptionHandlerFeature>(new ExceptionHandlerFeature { Error = problem, Path = context.Request.Path });
                await AnswerAsync(context, scopes, stylesheet(context));
            }
        });
    }

    private static async Task AnswerAsync(HttpContext context, IServiceScopeFactory scopes, string stylesheet)
    {
        context.Response.Clear();
        context.SetEndpoint(null);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.RetryAfter = SecondsToWait.ToString(CultureInfo.InvariantCulture);

        // In a scope of its own: a page may have been half made in the request's.
        var services = context.RequestServices;
        await using var scope = scopes.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            var texts = scope.ServiceProvider.GetRequiredService<ITexts>();
            await new DocumentResult<ShortPage>(new Dictionary<string, object?>
            {
                [nameof(ShortPage.Title)] = texts["This does not work for a moment"],
                [nameof(ShortPage.Text)] = texts["We cannot reach our records right now, so what you just did may not be saved. Wait a minute and try again."],
                [nameof(ShortPage.Stylesheet)] = stylesheet,
            })
            {
                StatusCode = StatusCodes.Status503ServiceUnavailable,
            }.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = services;
        }
    }

    [LoggerMessage(3003, LogLevel.Error, "The database is {Fault} ({Code}); a request was answered with 503.")]
    private static partial void LogUnavailable(ILogger logger, StoreFault fault, string code);
}
