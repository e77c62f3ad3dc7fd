using Spotter.Benchmarks;

if (args is ["sync", .. var rest] && SyncBenchmarkOptions.Parse(rest) is { } options)
{
    await SyncBenchmark.RunAsync(options, Console.Out);
    return 0;
}

Console.Error.WriteLine("""
    dotnet run -c Release --project Spotter.Benchmarks -- sync [--songs 50000] [--tracks 1000]
        A first sync against a library that was read before, and one with nothing changed.
    """);
return 1;
