namespace Spotter.Web.Api;

/// <summary>The playlist of the music server to adopt as the target.</summary>
public sealed record PairBody(string? NavidromePlaylistId);
