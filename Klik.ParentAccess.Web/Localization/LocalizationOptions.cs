using System.Reflection;

namespace Klik.ParentAccess.Web.Localization;

/// <summary>Where a school or host keeps texts of its own.</summary>
public sealed class LocalizationOptions
{
    /// <summary>
    /// Assemblies with embedded <c>*.po</c> files for the pages of the host itself. What they say goes before what the product
    /// says, and the files of <see cref="Folder"/> go before both. In the project file an embedded file needs
    /// <c>WithCulture="false"</c>; otherwise the build makes a satellite assembly of it.
    /// </summary>
    public IList<Assembly> Assemblies { get; } = [];

    /// <summary>
    /// A folder with <c>*.po</c> files, relative to the content root or absolute. Each adds a language or says some sentences
    /// otherwise in one that is there; its language is in the header <c>Language</c>, or else is the file's name. A folder that
    /// does not exist is an empty one.
    /// </summary>
    public string Folder { get; set; } = "Localization";
}
