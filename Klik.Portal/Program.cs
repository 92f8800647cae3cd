using Klik.Portal.Hosting;
using Klik.Portal.Settings;
using Klik.Portal.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
try
{
    builder.AddPortal();
    await using var app = builder.Build();
    app.UsePortal();
    await app.Services.PreparePortalStorageAsync(CancellationToken.None);
    await app.RunAsync();
    return 0;
}
catch (Exception problem) when (problem is SettingException or Microsoft.Extensions.Options.OptionsValidationException)
{
    // One sentence that names the setting; a stack trace helps nobody here.
    await Console.Error.WriteLineAsync(problem.Message);
    return 2;
}
