namespace Klik.ParentAccess.Core.Letters;

/// <summary>The fixed words of a letter in one language; a school does not change them.</summary>
internal sealed record LetterLabels(
    string To,
    string Class,
    string Code,
    string Link,
    string Expires,
    string ExpiresForOne,
    string Sharing,
    string SharingForTwo,
    string SharingForOne,
    string QrCode,
    string Steps,
    string Greeting,
    string Page,
    string Document,
    string WithoutClass);
