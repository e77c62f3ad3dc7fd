using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Spotter.Core.Mixtapes;

/// <summary>Sees to it that mixtapes are made when they are due or to be tried again, and that no wish is forgotten, whatever became of the nudge.</summary>
public sealed partial class MixtapeClock(MixtapeShelf shelf, MixtapeMaker maker, TimeProvider clock, ILogger<MixtapeClock> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            await LookAsync(isFirst: true, stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(isFirst: false, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The process stops.
        }
    }

    private async Task LookAsync(bool isFirst, CancellationToken cancellationToken)
    {
        try
        {
            if (isFirst)
            {
                await shelf.TakeUpAsync(cancellationToken);
            }

            await shelf.NudgeDueAsync(maker.IsRunning, cancellationToken);
        }
        catch (System.Data.Common.DbException exception)
        {
            Log.LookFailed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The look for mixtapes that are due failed; it is repeated in a minute.")]
        public static partial void LookFailed(ILogger logger, Exception exception);
    }
}
