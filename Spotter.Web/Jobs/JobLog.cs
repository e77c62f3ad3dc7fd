using Hangfire.AspNetCore;
using Hangfire.Logging;

namespace Spotter.Web.Jobs;

/// <summary>
/// Writes Hangfire's log to ours. Hangfire keeps this in a static field that outlives a host. Once the host is gone, this is silent, where
/// the log itself would throw and fail the job of another host.
/// </summary>
public sealed class JobLog(ILoggerFactory loggers) : ILogProvider
{
    private readonly AspNetCoreLogProvider _log = new(loggers);

    public ILog GetLogger(string name)
    {
        try
        {
            return new Plain(_log.GetLogger(name));
        }
        catch (ObjectDisposedException)
        {
            return new Silence();
        }
    }

    /// <summary>Logs a full disk as one line, without Hangfire's stack trace.</summary>
    private sealed class Plain(ILog log) : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception)
            => messageFunc is not null && JobStorageSetup.TroubleOf(exception) is { } trouble
                ? log.Log(logLevel, () => $"{messageFunc()} {trouble}")
                : log.Log(logLevel, messageFunc!, exception);
    }

    private sealed class Silence : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception) => false;
    }
}
