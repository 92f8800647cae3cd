using Klik.Host;

await using var app = HostApplication.Build(args);
await app.RunAsync();
