namespace Klik.ParentAccess.Web.Endpoints;

/// <summary>Why a page or form was refused, as the log names it.</summary>
internal enum Refusal
{
    /// <summary>Somebody is signed in whose page it is not.</summary>
    NotForYou,

    /// <summary>A parent without access, or a student who is not active any more (rules I4, I7).</summary>
    NoAccess,

    /// <summary>A student whom this parent does not see.</summary>
    NotLinked,

    /// <summary>The session has ended: a copy of its cookie, or a page that stood open when somebody signed out elsewhere.</summary>
    SessionEnded,

    /// <summary>A form without its token: a page of another site, or one that stood open too long.</summary>
    FormToken,
}
