namespace Spotter.Core.Sync;

/// <summary>The run's lease has expired or belongs to another run: this run must stop before it changes anything else.</summary>
public sealed class LeaseLostException() : Exception("The run has lost its lease.");
