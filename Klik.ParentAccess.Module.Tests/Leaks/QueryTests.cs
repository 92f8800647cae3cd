using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Klik.ParentAccess.Module.Tests.Host;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Data;
using OrchardCore.Liquid;
using YesSql;
using ISession = YesSql.ISession;

namespace Klik.ParentAccess.Module.Tests.Leaks;

/// <summary>What lets an administrator ask: the content API, GraphQL, Liquid and SQL queries.</summary>
[Trait("Rule", "I9")]
[Trait("Rule", "O3")]
public sealed class QueryTests(RunningHost host)
{
    [Fact]
    public async Task The_content_API_has_no_invitation()
    {
        var household = await Household.InAsync(host);
        using var administrator = await household.School.NewAdministratorAsync();

        var menu = "";
        await household.School.InSiteAsync(async services => menu = (await services.GetRequiredService<ISession>()
            .QueryIndex<ContentItemIndex>(index => index.Published).FirstOrDefaultAsync()).ContentItemId);

        var answer = await administrator.OpenAsync($"/api/content/{household.InvitationItemId}");
        var other = await administrator.OpenAsync($"/api/content/{menu}");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (answer.Status, other.Status));
    }

    [Fact]
    public async Task GraphQL_knows_neither_invitations_nor_other_users()
    {
        var household = await Household.InAsync(host);
        using var administrator = await household.School.NewAdministratorAsync();

        var schema = await administrator.OpenAsync("/api/graphql?query={__schema{types{name fields{name}}}}");

        Assert.Equal(HttpStatusCode.OK, schema.Status);
        Assert.Contains("\"me\"", schema.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("invitation", schema.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ParentUser", schema.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Liquid_gets_no_more_of_a_parent_than_the_name()
    {
        var household = await Household.InAsync(host);
        var parent = await RenderAsync(household, household.ParentId);
        var child = await RenderAsync(household, (await household.School.UserAsync(household.Children[0]))!.UserId);

        Assert.Equal($"{Household.UserName}||", parent);
        Assert.Equal($"{household.Children[0]}|{household.Children[0]}@school.example|", child);
    }

    [Fact]
    public async Task The_page_for_any_SQL_is_closed()
    {
        var household = await Household.InAsync(host);
        using var administrator = await household.School.NewAdministratorAsync();

        var page = await administrator.OpenAsync($"/Admin/Queries/Sql/Query?query={Convert.ToBase64String(Encoding.UTF8.GetBytes("select * from KlikParentAccess_Links"))}");

        Assert.EndsWith("/Error/403", page.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT * FROM KlikParentAccess_Links")]
    [InlineData("select account_id from [klikparentaccess_links]")]
    [InlineData("SELECT StudentId FROM InvitationPartIndex")]
    [InlineData("SELECT StudentId FROM LetterPartIndex")]
    public async Task No_saved_SQL_query_reads_our_tables(string sql)
    {
        var household = await Household.InAsync(host);

        await household.School.InSiteAsync(async services =>
        {
            await using var connection = services.GetRequiredService<IDbConnectionAccessor>().CreateConnection();
            await using var command = connection.CreateCommand();

            var refused = Assert.Throws<InvalidOperationException>(() => command.CommandText = sql);
            Assert.Contains("not for queries", refused.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Other_SQL_queries_run_as_ever()
    {
        var household = await Household.InAsync(host);

        await household.School.InSiteAsync(async services =>
        {
            await using var connection = services.GetRequiredService<IDbConnectionAccessor>().CreateConnection();
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "SELECT COUNT(*) FROM UserIndex";

            Assert.True((long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))! > 2);
        });
    }

    private static async Task<string> RenderAsync(Household household, string userId)
    {
        var text = "";
        await household.School.InSiteAsync(async services =>
        {
            // Liquid asks for the request that it is in.
            services.GetRequiredService<IHttpContextAccessor>().HttpContext ??= new DefaultHttpContext { RequestServices = services };
            text = await services.GetRequiredService<ILiquidTemplateManager>().RenderStringAsync(
                $$$"""{% assign found = "{{{userId}}}" | users_by_id %}{{ found.UserName }}|{{ found.Email }}|{{ found.Properties.Address }}""",
                HtmlEncoder.Default);
        });
        return text;
    }
}
