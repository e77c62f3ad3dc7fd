using Spotter.Core.Telemetry;
using Spotter.Web.Hosting;

if (args is ["--version"])
{
    Console.WriteLine($"Spotter {SpotterVersion.Full}");
    return 0;
}

FullDiskGuard.Survive();
try
{
    // The settings are read at start, as the Settings page says: nothing watches their files, which would need what a system may have run out of.
    var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
    await builder.AddSpotterAsync();
    await using var app = builder.Build();
    app.UseSpotter();
    await app.RunAsync();
    return 0;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Spotter was stopped before it had started.");
    return 0;
}
catch (AggregateException late) when (late.InnerExceptions.All(exception => exception is OperationCanceledException))
{
    await Console.Error.WriteLineAsync("Spotter stopped before everything that was under way had ended. The next start continues it.");
    return 0;
}
catch (Exception exception) when (StartFailure.Explain(exception) is { } line)
{
    await Console.Error.WriteLineAsync(line);
    return 1;
}
