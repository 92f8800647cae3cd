using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Failure;

/// <summary>Somebody with a browser at a school, whichever host it is on.</summary>
internal interface ISchoolVisitor : IDisposable
{
    /// <summary>Signs in as a student; ends on the page of parents.</summary>
    Task<VisitedPage> SignInAsStudentAsync(string userName);

    /// <summary>Follows a letter's link and signs in with a Google account of an address, up to the page that asks to link.</summary>
    Task<VisitedPage> FollowLetterAsync(string code, string address);

    /// <summary>Presses the button of a form, with what is filled in; no redirect is followed.</summary>
    /// <param name="page">The page with the form.</param>
    /// <param name="action">How the form's or button's action ends.</param>
    /// <param name="fields">What is typed.</param>
    Task<HttpResponseMessage> PressAsync(VisitedPage page, string action, params IEnumerable<(string Name, string Value)> fields);
}
