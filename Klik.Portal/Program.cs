return await Klik.Portal.Commands.CommandLine.RunAsync(args);
