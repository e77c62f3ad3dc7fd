namespace Spotter.Web.Api;

/// <summary>Why something of a file is left out.</summary>
/// <param name="Reason">noTitle, noArtist, spoken, notATrack, noLongerNamed, broadcast; of a whole file broken, empty, notAPlaylist, tooLarge, unknownTable.</param>
/// <param name="Count">How many entries for this reason; null where the whole file is left out.</param>
/// <param name="Example">The first of them, in words.</param>
public sealed record LeftOutBecause(string Reason, int? Count, string Example);
