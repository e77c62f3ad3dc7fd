using Microsoft.Extensions.Logging;
using Spotter.Core.Background;

namespace Spotter.Core.Mixtapes;

/// <summary>Sees to it that mixtapes are made when they are due or to be tried again, and that no wish is forgotten, whatever became of the nudge.</summary>
public sealed class MixtapeClock(MixtapeStore store, MixtapeMaker maker, TimeProvider clock, ILogger<MixtapeClock> logger) : RepeatedWork(clock, logger)
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
            await store.ResumePendingAsync(stoppingToken);
            _areTakenUp = true;
        }

        await maker.SwitchOnMadeAsync(stoppingToken);
        await store.NudgeDueAsync(maker.IsRunning, stoppingToken);
        return true;
    }
}
