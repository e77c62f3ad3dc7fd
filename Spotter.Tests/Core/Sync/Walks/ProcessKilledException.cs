namespace Spotter.Tests.Core.Sync.Walks;

/// <summary>What the rest of a killed process meets.</summary>
internal sealed class ProcessKilledException() : Exception("The process was killed.");
