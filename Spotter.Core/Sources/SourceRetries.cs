using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Spotter.Core.Sources;

/// <summary>Sees to it that a connection that failed is tried again at its time, and that no wish is forgotten, whatever became of the nudge.</summary>
public sealed partial class SourceRetries(SourceRefresher refresher, TimeProvider clock, ILogger<SourceRetries> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await refresher.NudgeDueAsync(onlyOverdue: true, stoppingToken);
                }
                catch (System.Data.Common.DbException exception)
                {
                    Log.LookFailed(logger, exception);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The process stops.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The look for connections that are due failed; it is repeated in a minute.")]
        public static partial void LookFailed(ILogger logger, Exception exception);
    }
}
