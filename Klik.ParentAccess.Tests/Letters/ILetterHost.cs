namespace Klik.ParentAccess.Tests.Letters;

/// <summary>A running host at whose schools people come with letters, as the conformance tests need it.</summary>
public interface ILetterHost
{
    /// <summary>All that is logged so far.</summary>
    IEnumerable<string> Logged { get; }

    /// <summary>Skips the test where the machine lacks what the host needs.</summary>
    void SkipUnlessThere()
    {
    }

    /// <summary>A school in which no attempt is counted. It may be there for other tests too, one after the other: names and addresses
    /// are to be such as nobody else has.</summary>
    Task<ILetterSchool> NewSchoolAsync();

    /// <summary>Another school of the same host.</summary>
    Task<ILetterSchool> OtherSchoolAsync();
}
