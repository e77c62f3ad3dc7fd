using Microsoft.Extensions.Logging;
using Spotter.Core.Background;

namespace Spotter.Core.Mixtapes;

/// <summary>Makes sure that mixtapes are made when they are due or to be tried again, and that no request is forgotten if its nudge was
/// lost.</summary>
public sealed class MixtapeClock(MixtapeStore shelf, MixtapeMaker maker, TimeProvider clock, ILogger<MixtapeClock> logger) : RepeatedWork(clock, logger)
{
    private bool _areTakenUp;

    /// <inheritdoc/>
    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override string Name => "The look for mixtapes that are due";

    /// <inheritdoc/>
    protected override async Task<bool> TakeTurnAsync(CancellationToken stoppingToken)
    {
        if (!_areTakenUp)
        {
            await shelf.ResumePendingAsync(stoppingToken);
            _areTakenUp = true;
        }

        await maker.SwitchOnMadeAsync(stoppingToken);
        await shelf.NudgeDueAsync(maker.IsRunning, stoppingToken);
        return true;
    }
}
