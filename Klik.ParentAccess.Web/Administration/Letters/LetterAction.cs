namespace Klik.ParentAccess.Web.Administration.Letters;

/// <summary>What the buttons on the pages of letters post, under <see cref="Field"/>.</summary>
internal static class LetterAction
{
    public const string Field = "do";

    public const string Search = "search";
    public const string Make = "make";
    public const string Print = "print";
    public const string Reissue = "reissue";
    public const string Withdraw = "withdraw";
    public const string Delete = "delete";

    public const string Save = "save";
    public const string Preview = "preview";
    public const string Reset = "reset";
}
