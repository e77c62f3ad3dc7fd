namespace Spotter.Web.Api;

/// <summary>A playlist in which a decision counts.</summary>
public sealed record DecisionPlaylistResource(int Id, string Name);
