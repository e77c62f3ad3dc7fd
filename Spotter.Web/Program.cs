using Spotter.Web.Hosting;
using Spotter.Web.Verbs;

if (VerbList.IsVerb(args))
{
    return await SpotterVerbs.All.RunAsync(args, Console.Out, Console.Error);
}

FullDiskGuard.Survive();
try
{
    var builder = SpotterVerbs.CreateBuilder(args);
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
