using Klik.Portal.Hosting;
using Klik.Portal.Settings;
using Microsoft.Extensions.Options;

try
{
    await using var app = await PortalApplication.BuildAsync(args);
    await app.RunAsync();
    return 0;
}
catch (Exception problem) when (problem is SettingException or OptionsValidationException)
{
    // One sentence that names the setting; a stack trace helps nobody here.
    await Console.Error.WriteLineAsync(problem.Message);
    return 2;
}
