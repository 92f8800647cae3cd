using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>The main path through the Orchard host, over HTTP; the same on every database.</summary>
public abstract class SharedMainPathTests(RunningHost host)
{
    protected RunningHost Host { get; } = host;

    [Fact]
    [Trait("Rule", "I1")]
    [Trait("Rule", "I2")]
    [Trait("Rule", "I6")]
    [Trait("Rule", "O4")]
    public async Task An_invited_parent_signs_in_and_sees_the_child()
    {
        var name = await Host.AddStudentAsync();
        using var student = new SiteVisitor(Host);
        using var parent = new SiteVisitor(Host);

        var before = await parent.SignInAsParentAsync(Persona.Gmail("jan@gmail.com"));
        await student.SignInAsync(name);
        var sent = await student.InvitesAsync("Jan de Vries", "jan@gmail.com");
        var after = await parent.SignInAsParentAsync(Persona.Gmail("jan@gmail.com"));

        Assert.Equal("/no-access", before.Address.AbsolutePath);
        Assert.Contains("Jan de Vries", sent.Text, StringComparison.Ordinal);
        Assert.Equal("/parents", after.Address.AbsolutePath);
        Assert.Contains(name, after.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P1")]
    [Trait("Rule", "P2")]
    [Trait("Rule", "O6")]
    public async Task The_mail_brings_a_link_that_lets_in_whoever_has_the_mailbox()
    {
        var name = await Host.AddStudentAsync();
        using var student = new SiteVisitor(Host);
        using var parent = new SiteVisitor(Host);
        await student.SignInAsync(name);

        await student.InvitesAsync("Els", "els@example.nl");
        var link = await Host.InvitationLinkAsync("els@example.nl");
        var accepted = await parent.AcceptInvitationAsync(link, Persona.MicrosoftWork("els@work.example"), "microsoft");

        Assert.StartsWith($"{Host.Address}/invitation#", link, StringComparison.Ordinal);
        Assert.Equal("/parents", accepted.Address.AbsolutePath);
        Assert.Contains(name, accepted.Text, StringComparison.Ordinal);
    }
}
