namespace Klik.ParentAccess.Tests.Matrix;

/// <summary>Who asks, in the matrix of roles and paths. Everything asked for is student Sanne's.</summary>
public enum Role
{
    Anonymous,

    /// <summary>Sanne.</summary>
    Student,

    OtherStudent,

    /// <summary>Sanne's parent.</summary>
    Parent,

    /// <summary>Had access to Sanne; the session is still open.</summary>
    ParentAfterWithdrawal,

    ParentOfAnotherStudent,

    Administrator,

    /// <summary>A student of another school, signed in there.</summary>
    UserOfAnotherSchool,
}
