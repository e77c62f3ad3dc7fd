using Microsoft.Extensions.Options;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync;

/// <summary>Makes the safety rules from the current configuration.</summary>
public sealed class SafetyRulesFactory(IOptionsMonitor<PlaylistSyncOptions> options)
{
    /// <summary>The safety rules with the current limits.</summary>
    public SafetyRules Current => new(options.CurrentValue.MaxRemovalPercent, options.CurrentValue.MinMatchPercent);
}
