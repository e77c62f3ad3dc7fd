using Hangfire.AspNetCore;
using Hangfire.Logging;

namespace Spotter.Web.Jobs;

/// <summary>
/// Hangfire's log lines in ours. Hangfire keeps this in a static field that outlives a host: once the host is gone it is silent,
/// where the log itself would throw and take the job of another host with it.
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

    /// <summary>A full disk is one line, not a stack of Hangfire's.</summary>
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
