using Microsoft.Extensions.Logging;
using Spotter.Core.Background;
using Spotter.Core.Providers;

namespace Spotter.Core.Sources;

/// <summary>Creates the standing connections when Spotter starts, and has them read when their source reports a change.</summary>
public sealed class StandingSourceWatch(StandingConnections connections, ProviderRegistry providers, TimeProvider clock, ILogger<StandingSourceWatch> logger)
    : RepeatedWork(clock, logger)
{
    private readonly HashSet<string> _due = [];
    private List<ISourceFactory>? _standing;
    private bool _areMade;

    /// <inheritdoc/>
    protected override TimeSpan Every => TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override string Name => "The look after standing connections";

    /// <inheritdoc/>
    protected override async Task<bool> TakeTurnAsync(CancellationToken stoppingToken)
    {
        if (_standing is null)
        {
            // Nobody reported changes while Spotter was not running, so everything is read once.
            _standing = [.. providers.Sources.Where(source => source is IStandingSource)];
            _due.UnionWith(_standing.Select(source => source.Kind));
        }

        if (!_areMade)
        {
            await connections.EnsureAsync(stoppingToken);
            _areMade = true;
        }

        _due.UnionWith(_standing.Where(source => ((IStandingSource)source).TakeChange()).Select(source => source.Kind));
        foreach (var kind in _due.ToList())
        {
            if (await connections.NudgeAsync(kind, stoppingToken))
            {
                _due.Remove(kind);
            }
        }

        return _standing.Count > 0;
    }
}
