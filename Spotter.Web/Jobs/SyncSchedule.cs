using Cronos;
using Microsoft.Extensions.Options;
using Spotter.Core.Sync;

namespace Spotter.Web.Jobs;

/// <summary>When the clock asks for a sync of everything.</summary>
public sealed class SyncSchedule(IOptions<PlaylistSyncOptions> options, TimeProvider time)
{
    private readonly CronExpression _cron = CronExpression.Parse(options.Value.Cron);

    /// <summary>The next time, or null where the expression names none.</summary>
    public DateTimeOffset? FindNext() => _cron.GetNextOccurrence(time.GetUtcNow(), TimeZoneInfo.Utc);
}
