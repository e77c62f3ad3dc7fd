using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spotter.Core.Providers;

namespace Spotter.Core.Sources;

/// <summary>Makes the standing connections when Spotter starts, and has them read when their source says that something changed.</summary>
public sealed partial class StandingSourceWatch(StandingConnections connections, ProviderRegistry providers, TimeProvider clock, ILogger<StandingSourceWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly HashSet<string> _due = [];
    private bool _areMade;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What changed while Spotter was not running nobody told.
        var standing = providers.Sources.Where(source => source is IStandingSource).ToList();
        _due.UnionWith(standing.Select(source => source.Kind));
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
            {
                await LookAsync(standing, stoppingToken);
            }
            while ((!_areMade || standing.Count > 0) && await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The process stops.
        }
    }

    private async Task LookAsync(IReadOnlyList<ISourceFactory> standing, CancellationToken stoppingToken)
    {
        try
        {
            if (!_areMade)
            {
                await connections.EnsureAsync(stoppingToken);
                _areMade = true;
            }

            _due.UnionWith(standing.Where(source => ((IStandingSource)source).TakeChange()).Select(source => source.Kind));
            foreach (var kind in _due.ToList())
            {
                if (await connections.NudgeAsync(kind, stoppingToken))
                {
                    _due.Remove(kind);
                }
            }
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            Log.Failed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The standing connections could not be seen to; it is tried again in a second.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
