namespace Spotter.Web.Api;

/// <summary>The playlist on the music server to take over as the target.</summary>
public sealed record PairBody(string? NavidromePlaylistId);
