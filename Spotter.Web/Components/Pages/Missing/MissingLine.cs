namespace Spotter.Web.Components.Pages.Missing;

/// <summary>One line of the list: an album's heading or, with a track, one of its tracks.</summary>
public sealed record MissingLine(MissingAlbum Album, MissingTrack? Track);
