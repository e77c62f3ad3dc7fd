namespace Spotter.Core.Sync;

/// <summary>The run's lease is over or somebody else's: it must stop before it changes anything more.</summary>
public sealed class LeaseLostException() : Exception("The run has lost its lease.");
