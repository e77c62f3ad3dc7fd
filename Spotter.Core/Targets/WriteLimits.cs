namespace Spotter.Core.Targets;

/// <summary>What a server accepts in one call.</summary>
/// <param name="SongsPerCall">The maximum number of songs in one call, 1 or more.</param>
/// <param name="EditsRows">Whether rows can be removed and moved by their stored position.</param>
public sealed record WriteLimits(int SongsPerCall, bool EditsRows);
