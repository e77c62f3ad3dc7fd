using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spotter.Core.Persistence;

namespace Spotter.Core.Background;

/// <summary>
/// Work that repeats for as long as Spotter runs, the first time at start. A failure is logged, but only once while it stays the same, and
/// the work is tried again at the next turn. Nothing that fails here ends the process.
/// </summary>
public abstract partial class RepeatedWork(TimeProvider clock, ILogger logger) : BackgroundService
{
    private string? _toldFailure;

    /// <summary>The interval between turns.</summary>
    protected abstract TimeSpan Every { get; }

    /// <summary>The name of the work, for the log: "The sweep for interrupted syncs".</summary>
    protected abstract string Name { get; }

    /// <summary>Does the work once.</summary>
    /// <returns>Whether there is another turn.</returns>
    protected abstract Task<bool> TakeTurnAsync(CancellationToken stoppingToken);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await TryTurnAsync(stoppingToken) && await timer.WaitForNextTickAsync(stoppingToken))
            {
                // The condition does the work.
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
