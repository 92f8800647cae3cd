using Klik.ParentAccess.Core.Students;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Endpoints;

/// <summary>The active student whose request this is.</summary>
internal sealed record CurrentStudent(Student Student)
{
    /// <summary>The student of a request that <see cref="StudentFilter"/> let through.</summary>
    public static Student Of(HttpContext context) => context.Features.GetRequiredFeature<CurrentStudent>().Student;
}
