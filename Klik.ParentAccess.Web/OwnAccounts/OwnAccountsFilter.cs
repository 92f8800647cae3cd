using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.OwnAccounts;

/// <summary>There are no such pages where the school does not allow own accounts.</summary>
internal sealed class OwnAccountsFilter(ICurrentSchool school, IPages pages, ITexts texts) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        school.School.AllowsOwnAccounts ? next(context) : ValueTask.FromResult<object?>(Answers.NotFound(pages, texts));
}
