namespace Spotter.Tests.Core.Sync.Walks;

/// <summary>Thrown to code that still runs after its process was killed.</summary>
internal sealed class ProcessKilledException() : Exception("The process was killed.");
