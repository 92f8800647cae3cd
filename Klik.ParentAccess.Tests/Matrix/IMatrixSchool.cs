namespace Klik.ParentAccess.Tests.Matrix;

/// <summary>A school with Sanne, who has an open invitation and a parent with access, and somebody who asks for what is hers.</summary>
internal interface IMatrixSchool : IAsyncDisposable
{
    string StudentId { get; }

    string InvitationId { get; }

    string LinkId { get; }

    /// <summary>Asks for a path with the cookies as they were at the beginning, so that no answer changes who asks.</summary>
    Task<HttpResponseMessage> AskAsync(string method, string path, bool withFormToken = true);

    /// <summary>Whether Sanne's invitation and her parent's access are as they were.</summary>
    Task<bool> IsUntouchedAsync();
}
