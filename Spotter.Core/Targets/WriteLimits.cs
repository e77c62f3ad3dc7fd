namespace Spotter.Core.Targets;

/// <summary>What a server bears of one call.</summary>
/// <param name="SongsPerCall">The most songs that one call may carry, 1 or more.</param>
/// <param name="EditsRows">Whether rows can be taken out and moved by their stored position.</param>
public sealed record WriteLimits(int SongsPerCall, bool EditsRows);
