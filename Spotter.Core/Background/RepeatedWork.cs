using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spotter.Core.Persistence;

namespace Spotter.Core.Background;

/// <summary>
/// Work that goes on for as long as Spotter runs, turn by turn, the first at start. Whatever fails in a turn is logged, once for as long as it
/// stays the same, and tried again at the next: nothing that happens here ends the process.
/// </summary>
public abstract partial class RepeatedWork(TimeProvider clock, ILogger logger) : BackgroundService
{
    private string? _toldFailure;

    /// <summary>How far its turns lie apart.</summary>
    protected abstract TimeSpan Every { get; }

    /// <summary>What it is, for the log: "The sweep for interrupted syncs".</summary>
    protected abstract string Name { get; }

    /// <summary>Takes a turn.</summary>
    /// <returns>Whether there is going to be another.</returns>
    protected abstract Task<bool> TakeTurnAsync(CancellationToken stoppingToken);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await TryTurnAsync(stoppingToken) && await timer.WaitForNextTickAsync(stoppingToken))
            {
                // The turn is the condition.
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private async Task<bool> TryTurnAsync(CancellationToken stoppingToken)
    {
        try
        {
            var goesOn = await TakeTurnAsync(stoppingToken);
            if (_toldFailure is not null)
            {
                _toldFailure = null;
                Log.Works(logger, Name);
            }

            return goesOn;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // An exception that left this loop would end the process, and with it everybody's syncs.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Tell(exception);
            return true;
        }
    }

    private void Tell(Exception exception)
    {
        var trouble = DatabaseTroubles.Of(exception);
        var failure = trouble is { } known ? $"The database is {known}." : $"{exception.GetType().Name}: {exception.Message}";
        if (failure == _toldFailure)
        {
            return;
        }

        _toldFailure = failure;
        Log.Failed(logger, trouble is null ? exception : null, Name, failure, Every);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "{Name} failed and is tried again every {Every}. {Failure}")]
        public static partial void Failed(ILogger logger, Exception? exception, string name, string failure, TimeSpan every);

        [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "{Name} works again.")]
        public static partial void Works(ILogger logger, string name);
    }
}
