using System.Text;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Invitations;

[Trait("Rule", "P2")]
public class InvitationTokenTests
{
    private static readonly Guid Id = Guid.Parse("0195562f-7f0e-7c4e-8a3b-0d5a6f0c1b2a");

    private readonly FakeSchoolContext _context = new();
    private readonly PersonalData _personalData;

    public InvitationTokenTests() => _personalData = new PersonalData(_context);

    [Fact]
    public void A_secret_is_read_alone_or_at_the_end_of_its_link()
    {
        var text = InvitationToken.For(Id, _personalData).Text;

        foreach (var typed in new[] { text, $"  {text}\r\n", $"https://school.example/demo/invitation#{text}", $"#{text}" })
        {
            Assert.True(InvitationToken.TryRead(typed, _personalData, out var token));
            Assert.Equal((Id, text), (token.InvitationId, token.Text));
        }
    }

    [Fact]
    public void No_secret_with_one_sign_changed_left_out_or_added_is_taken()
    {
        var text = InvitationToken.For(Id, _personalData).Text;
        var wrong = Enumerable.Range(0, text.Length).SelectMany(at => new[]
        {
            text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..],
            text.Remove(at, 1),
            text.Insert(at, "A"),
        });

        Assert.All(wrong, candidate => Assert.False(InvitationToken.TryRead(candidate, _personalData, out _), candidate));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("https://school.example/demo/invitation")]
    [InlineData("💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥")]
    [InlineData("A                                                                A")]
    public void Nonsense_is_no_secret(string? text) => Assert.False(InvitationToken.TryRead(text, _personalData, out _));

    [Fact]
    public void A_secret_of_another_school_or_another_invitation_is_not_taken()
    {
        var other = new PersonalData(new FakeSchoolContext { Versions = [new SchoolKey(1, Encoding.ASCII.GetBytes("the key of quite another school."))] });
        var bytes = InvitationToken.For(Id, other).Text;

        Assert.False(InvitationToken.TryRead(bytes, _personalData, out _));
        Assert.NotEqual(InvitationToken.For(Id, _personalData).Text, bytes);
    }

    [Fact]
    public void A_secret_made_with_the_key_before_is_still_read()
    {
        var old = InvitationToken.For(Id, _personalData).Text;
        var renewed = new PersonalData(new FakeSchoolContext
        {
            Versions = [new SchoolKey(2, Encoding.ASCII.GetBytes("the newer key of the same school")), .. _context.Versions],
        });

        Assert.True(InvitationToken.TryRead(old, renewed, out var token));
        Assert.Equal(Id, token.InvitationId);
    }

    [Fact]
    public void A_secret_does_not_show_itself_when_it_is_formatted()
    {
        var token = InvitationToken.For(Id, _personalData);

        Assert.DoesNotContain(token.Text, $"{token}", StringComparison.Ordinal);
    }
}
