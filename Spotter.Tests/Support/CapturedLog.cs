using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Spotter.Tests.Support;

/// <summary>Keeps every warning and error that an application logs. A good run leaves nothing here.</summary>
public sealed class CapturedLog : ILoggerProvider
{
    // Hangfire has one log for the whole process: what the workers of another test's application say when it stops arrives here.
    private const string OtherApplicationStops = "Worker stop requested while processing background job";

    private readonly ConcurrentQueue<string> _complaints = new();

    public IReadOnlyList<string> Complaints => [.. _complaints];

    /// <summary>Fails if there is any warning or error other than those that the test expects.</summary>
    public void AssertQuiet(params string[] expected)
    {
        var others = Complaints.Where(line => !line.Contains(OtherApplicationStops, StringComparison.Ordinal) && !expected.Any(text => line.Contains(text, StringComparison.Ordinal))).ToList();
        Assert.True(others.Count == 0, "The log of the server holds:\n" + string.Join('\n', others));
    }

    public ILogger CreateLogger(string categoryName) => new Listener(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Listener(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                log._complaints.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
