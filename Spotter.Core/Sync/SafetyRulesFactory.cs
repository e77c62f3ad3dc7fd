using Microsoft.Extensions.Options;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync;

/// <summary>The safety rules as configured.</summary>
public sealed class SafetyRulesFactory(IOptionsMonitor<PlaylistSyncOptions> options)
{
    /// <summary>The rules in force.</summary>
    public SafetyRules Current => new(options.CurrentValue.MaxRemovalPercent, options.CurrentValue.MinMatchPercent);
}
