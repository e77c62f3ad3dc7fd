namespace Spotter.Core.Sync;

/// <summary>A run failed, and everything about it is stored; for the job runner, so that the job shows as failed. Carries no credentials.</summary>
public sealed class SyncFailedException(string message) : Exception(message);
