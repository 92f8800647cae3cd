using System.Text;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Keys;

/// <summary>An external account is known again by a hash that tells nothing of it.</summary>
[Trait("Rule", "I13")]
[Trait("Rule", "P1")]
public sealed class LoginHashTests
{
    private const string Issuer = "https://accounts.google.com";
    private const string Subject = "110169484474386276334";

    private readonly FakeSchoolContext _school = new();

    [Fact]
    public void The_same_account_has_the_same_hash_and_any_other_has_not()
    {
        var personal = new PersonalData(_school);

        var hashes = new[] { (Issuer, Subject), (Issuer, "110169484474386276335"), ("https://login.example", Subject), (Issuer + Subject, ""), ("", Issuer + Subject) }
            .Select(account => personal.HashLogin(account.Item1, account.Item2)).ToList();

        Assert.Equal(hashes[0], personal.HashLogin(Issuer, Subject));
        Assert.Equal(hashes.Count, hashes.Distinct().Count());
    }

    [Fact]
    public void An_account_stored_under_an_older_key_is_still_found()
    {
        var stored = new PersonalData(_school).HashLogin(Issuer, Subject);
        _school.Versions = [new SchoolKey(2, Encoding.ASCII.GetBytes("the newer key of the same school")), .. _school.Versions];

        var rotated = new PersonalData(_school);

        Assert.Contains(stored, rotated.HashesOfLogin(Issuer, Subject));
        Assert.NotEqual(stored, rotated.HashLogin(Issuer, Subject));
    }

    [Fact]
    public void Nobody_makes_the_hash_without_the_schools_key()
    {
        var other = new PersonalData(new FakeSchoolContext { Versions = [new SchoolKey(1, Encoding.ASCII.GetBytes("the key of quite another school."))] });

        Assert.NotEqual(new PersonalData(_school).HashLogin(Issuer, Subject), other.HashLogin(Issuer, Subject));
    }
}
