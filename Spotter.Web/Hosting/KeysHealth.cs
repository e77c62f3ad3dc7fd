using Microsoft.Extensions.Diagnostics.HealthChecks;
using Spotter.Core.Background;
using Spotter.Web.Settings;

namespace Spotter.Web.Hosting;

/// <summary>Whether the folder of the keys exists and accepts new ones. Without it everybody must sign in again after the next restart.
/// Checked at most every five seconds.</summary>
public sealed partial class KeysHealth(SpotterSettings settings, TimeProvider time, ILogger<KeysHealth> logger) : IHealthCheck
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private DateTimeOffset _lookedAt = DateTimeOffset.MinValue;
    private string? _problem;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (!time.IsRecent(_lookedAt, Fresh))
            {
                var before = _problem;
                _problem = FindProblem();
                _lookedAt = time.GetUtcNow();
                if (_problem is { } problem && before is null)
                {
                    Log.Unusable(logger, settings.KeysPath, problem);
                }
            }

            return Task.FromResult(_problem is null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(_problem));
        }
    }

    private string? FindProblem()
    {
        try
        {
            FolderProbe.Write(settings.KeysPath);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error,
            Message = "The folder of the keys, {Folder}, cannot be used: {Problem} Restore it; without its keys everybody must sign in again after the next restart.")]
        public static partial void Unusable(ILogger logger, string folder, string problem);
    }
}
