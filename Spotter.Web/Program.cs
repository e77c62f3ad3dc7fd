using Spotter.Web.Hosting;

try
{
    var builder = WebApplication.CreateBuilder(args);
    await builder.AddSpotterAsync();
    await using var app = builder.Build();
    app.UseSpotter();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (StartFailure.Explain(exception) is { } line)
{
    await Console.Error.WriteLineAsync(line);
    return 1;
}
