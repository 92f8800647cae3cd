using Klik.ParentAccess.Web.SignIn;

namespace Klik.ParentAccess.Tests.SignIn;

[Trait("Rule", "P1")]
public class AddressProofTests
{
    [Fact]
    public async Task A_google_account_proves_its_address_only_where_google_is_authoritative()
    {
        await using var world = await SignInWorld.StartAsync();

        Assert.True(await GoogleProvesAsync(world, TokenPlan.Google("jan@gmail.com")));
        Assert.True(await GoogleProvesAsync(world, TokenPlan.Google("jan@gmail.com", "true")));
        Assert.True(await GoogleProvesAsync(world, TokenPlan.Google("jan@company.example", true, "company.example")));
        Assert.False(await GoogleProvesAsync(world, TokenPlan.Google("jan@gmail.com", false)));
        Assert.False(await GoogleProvesAsync(world, TokenPlan.Google("jan@gmail.com", "false")));
        Assert.False(await GoogleProvesAsync(world, TokenPlan.Google("jan@company.example")));
        Assert.False(await GoogleProvesAsync(world, TokenPlan.Google("jan@company.example", false, "company.example")));
        Assert.False(await GoogleProvesAsync(world, TokenPlan.Google("jan@company.example").With("hd", new List<string> { "company.example" })));
    }

    [Fact]
    public async Task A_microsoft_account_proves_its_address_only_where_microsoft_is_authoritative()
    {
        await using var world = await SignInWorld.StartAsync();

        Assert.True(await MicrosoftProvesAsync(world, TokenPlan.Microsoft("jan@outlook.com")));
        Assert.True(await MicrosoftProvesAsync(world, TokenPlan.Microsoft("jan@company.example", TokenPlan.ForeignTenant, true)));
        Assert.True(await MicrosoftProvesAsync(world, TokenPlan.Microsoft("jan@company.example", TokenPlan.ForeignTenant, "true")));
        Assert.True(await MicrosoftProvesAsync(world, TokenPlan.Microsoft("jan@company.example", TokenPlan.ForeignTenant, 1)));
        Assert.True(await MicrosoftProvesAsync(world, TokenPlan.Microsoft("jan@company.example", TokenPlan.ForeignTenant, "1")));
        Assert.False(await MicrosoftProvesAsync(world, TokenPlan.Microsoft("jan@company.example", TokenPlan.ForeignTenant)));
        Assert.False(await MicrosoftProvesAsync(world, TokenPlan.Microsoft("jan@company.example", TokenPlan.ForeignTenant, false)));
        Assert.False(await MicrosoftProvesAsync(world, TokenPlan.Microsoft("jan@company.example", TokenPlan.ForeignTenant, "0")));
        Assert.False(await MicrosoftProvesAsync(world, TokenPlan.Microsoft("jan@company.example", TokenPlan.ForeignTenant).With("email_verified", true)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no-address")]
    [InlineData("jan@gmail.com, victim@gmail.com")]
    [InlineData("Victim <victim@gmail.com>")]
    public async Task An_account_without_one_plain_address_signs_in_and_proves_none(string? email)
    {
        await using var world = await SignInWorld.StartAsync();

        var who = await world.SignInAsync(ParentSignInSchemes.Microsoft, TokenPlan.Microsoft(email));

        Assert.NotNull(who);
        Assert.Null(who.Address);
        Assert.False(who.IsAuthoritative);
    }

    [Theory]
    [InlineData("Jan.De.Vries+School@gmail.com")]
    [InlineData("JAN@gmail.com")]
    [InlineData("j.a.n@gmail.com")]
    public async Task The_address_comes_through_letter_by_letter(string email)
    {
        await using var world = await SignInWorld.StartAsync();

        var who = await world.SignInAsync(ParentSignInSchemes.Google, TokenPlan.Google(email));

        Assert.Equal(email, who?.Address);
    }

    [Fact]
    public async Task The_preferred_user_name_of_a_parent_proves_nothing()
    {
        await using var world = await SignInWorld.StartAsync();

        var who = await world.SignInAsync(
            ParentSignInSchemes.Microsoft, TokenPlan.Microsoft(null).With("preferred_username", "victim@outlook.com"));

        Assert.Null(who!.Address);
        Assert.Null(who.SchoolUserName);
    }

    [Fact]
    public async Task A_student_is_found_by_user_name_or_by_an_address_that_is_not_said_to_be_unverified()
    {
        await using var world = await SignInWorld.StartAsync();

        var student = await world.SignInAsync(ParentSignInSchemes.School, TokenPlan.School("s1001", "s1001@school.example"));
        var unverified = await world.SignInAsync(
            ParentSignInSchemes.School, TokenPlan.School("s1002", "head@school.example").With("email_verified", false));

        Assert.Equal(("s1001", "s1001@school.example"), (student!.SchoolUserName, student.SchoolEmail));
        Assert.Equal(("s1002", null), (unverified!.SchoolUserName, unverified.SchoolEmail));
    }

    private static async Task<bool> GoogleProvesAsync(SignInWorld world, TokenPlan plan) =>
        (await world.SignInAsync(ParentSignInSchemes.Google, plan))!.IsAuthoritative;

    private static async Task<bool> MicrosoftProvesAsync(SignInWorld world, TokenPlan plan) =>
        (await world.SignInAsync(ParentSignInSchemes.Microsoft, plan))!.IsAuthoritative;
}
