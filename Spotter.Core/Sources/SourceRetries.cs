using Microsoft.Extensions.Logging;
using Spotter.Core.Background;

namespace Spotter.Core.Sources;

/// <summary>Makes sure that a failed connection is tried again in time, and that no request is forgotten if its nudge was lost.</summary>
public sealed class SourceRetries(SourceRefresher refresher, TimeProvider clock, ILogger<SourceRetries> logger) : RepeatedWork(clock, logger)
{
    /// <inheritdoc/>
    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override string Name => "The look for connections that are due";

    /// <inheritdoc/>
    protected override async Task<bool> TakeTurnAsync(CancellationToken stoppingToken)
    {
        await refresher.NudgeDueAsync(onlyOverdue: true, stoppingToken);
        return true;
    }
}
