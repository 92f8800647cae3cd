using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.StudentRecords.Jobs;
using Klik.ParentAccess.Hardening;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Klik.ParentAccess.Endpoints;

/// <summary>The import for programs: the zip file as the body of a POST, and how it stands by its id.</summary>
internal static class ImportApi
{
    /// <summary>Orchard's scheme for programs. Cookies are no part of it, so that no form token is needed either.</summary>
    public const string Scheme = "Api";

    public const string Path = "/api/parent-access/import";

    private static readonly string[] ZipTypes = ["application/zip", "application/x-zip-compressed", "application/octet-stream"];

    /// <summary>Maps it, for whoever has a token with the permission. Who it is comes before the body is read.</summary>
    public static IEndpointConventionBuilder MapImportApi(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Path);
        group.RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = Scheme });
        group.DisableAntiforgery();
        group.WithMetadata(ProgramAnswer.Instance);
        group.AddEndpointFilter<ImportApiFilter>();
        // What is kept of the body is limited instead.
        group.MapPost("", StartAsync).WithMetadata(new DisableRequestSizeLimitAttribute());
        group.MapGet("/{id:guid}", FindAsync);
        return group;
    }

    private static async Task<IResult> StartAsync(HttpContext context, ICurrentSchool school, ImportJobs jobs)
    {
        if (!ZipTypes.Contains(context.Request.ContentType?.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase))
        {
            return Problem(StatusCodes.Status415UnsupportedMediaType, "The body is the zip file itself: send it as application/zip.");
        }

        if (context.Request.ContentLength > ImportJobs.LongestUpload)
        {
            return TooLarge();
        }

        return await jobs.StartAsync(school.School, context.Request.Body, context.RequestAborted) switch
        {
            ImportJobStart.Started(var id) => Results.Json(
                ImportJobAnswer.Running(id), ImportJobAnswer.Json, statusCode: StatusCodes.Status202Accepted).At(context, $"{Path}/{id}"),
            ImportJobStart.AnotherRuns => Problem(StatusCodes.Status409Conflict, "Another import is still running. Send the file again when it is done."),
            _ => TooLarge(),
        };
    }

    private static async Task<IResult> FindAsync(Guid id, HttpContext context, ICurrentSchool school, ImportJobs jobs) =>
        await jobs.FindAsync(school.School, context.RequestAborted) is { } job && job.Id == id
            ? Results.Json(ImportJobAnswer.Of(job), ImportJobAnswer.Json)
            : Problem(StatusCodes.Status404NotFound, "There is no such import; only the latest one is kept.");

    private static IResult TooLarge() =>
        Problem(StatusCodes.Status413PayloadTooLarge, $"The file is larger than {ImportJobs.LongestUpload / (1024 * 1024)} MB.");

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);

    private static IResult At(this IResult result, HttpContext context, string path)
    {
        context.Response.Headers.Location = context.Request.PathBase.ToUriComponent() + path;
        return result;
    }
}
