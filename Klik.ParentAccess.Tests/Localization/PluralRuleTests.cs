using System.Globalization;
using Klik.ParentAccess.Web.Localization.Po;

namespace Klik.ParentAccess.Tests.Localization;

[Trait("Rule", "P8")]
public class PluralRuleTests
{
    [Theory]
    [InlineData("nplurals=1; plural=0;", "0 0 0 0 0 0 0 0")]
    [InlineData("nplurals=2; plural=(n != 1);", "1 0 1 1 1 1 1 1")]
    [InlineData("nplurals=2; plural=n>1", "0 0 1 1 1 1 1 1")]
    [InlineData("nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);", "2 0 1 2 2 0 1 2")]
    [InlineData("nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);", "0 1 2 3 4 4 4 5")]
    [InlineData("nplurals=2; plural=!(n==1)*1+2-2*1;", "1 0 1 1 1 1 1 1")]
    public void The_form_of_a_number_is_that_of_the_rule(string rule, string forms)
    {
        long[] counts = [0, 1, 2, 5, 11, 21, 22, 100];

        var plural = PluralRule.Parse(rule);

        Assert.Equal(forms, string.Join(' ', counts.Select(count => plural.FormOf(count).ToString(CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(-2, 1)]
    [InlineData(long.MinValue, 1)]
    [InlineData(long.MaxValue, 1)]
    public void Every_number_has_a_form(long count, int form) => Assert.Equal(form, PluralRule.OneAndMany.FormOf(count));

    [Theory]
    [InlineData("")]
    [InlineData("nplurals=2")]
    [InlineData("nplurals=0; plural=0")]
    [InlineData("nplurals=11; plural=0")]
    [InlineData("nplurals=2; plural=n")]
    [InlineData("nplurals=2; plural=1/n")]
    [InlineData("nplurals=2; plural=(n != 1")]
    [InlineData("nplurals=2; plural=n != 1)")]
    [InlineData("nplurals=2; plural=n ? 1")]
    [InlineData("nplurals=2; plural=m != 1")]
    [InlineData("nplurals=2; plural=system(n)")]
    [InlineData("nplurals=2; plural=99999999999999999999")]
    public void A_rule_that_cannot_be_used_is_refused(string rule) => Assert.Throws<FormatException>(() => PluralRule.Parse(rule));

    [Fact]
    public void A_rule_cannot_exhaust_the_stack() =>
        Assert.Throws<FormatException>(() => PluralRule.Parse("nplurals=2; plural=" + new string('(', 100_000)));
}
