using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;

namespace Klik.ParentAccess.Web.Hardening;

/// <summary>How much a form may hold.</summary>
public static class FormLimits
{
    /// <summary>The longest form, in bytes: none of ours is longer, and one that is costs no memory.</summary>
    public const int Longest = 64 * 1024;

    /// <summary>The most fields of a form.</summary>
    public const int MostFields = 200;

    /// <summary>The longest name of a field.</summary>
    public const int LongestName = 200;

    /// <summary>Holds the forms of a group to the limits.</summary>
    public static TBuilder LimitForms<TBuilder>(this TBuilder group)
        where TBuilder : IEndpointConventionBuilder
    {
        group.WithMetadata(new RequestSizeLimitAttribute(Longest));
        group.WithFormOptions(
            valueCountLimit: MostFields, keyLengthLimit: LongestName, valueLengthLimit: Longest, multipartBodyLengthLimit: Longest);
        return group;
    }
}
