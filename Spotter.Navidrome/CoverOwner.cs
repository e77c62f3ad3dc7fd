namespace Spotter.Navidrome;

/// <summary>What a cover id of Navidrome belongs to.</summary>
/// <param name="Kind">"playlist" or "album", as in Navidrome's native API.</param>
/// <param name="Id">The id of the playlist or album.</param>
internal sealed record CoverOwner(string Kind, string Id)
{
    /// <summary>
    /// Parses an id such as "al-ID_66f0a1", "dc-ID:1_0" (a disc of an album) or "pl-ID". Null for a song's own picture and for anything
    /// else. The forms are those of Navidrome's model/artwork_id.go.
    /// </summary>
    public static CoverOwner? Of(string coverArtId)
    {
        if (coverArtId.Split('-', 2) is not [var prefix, var rest])
        {
            return null;
        }

        var id = rest.Split('_', ':')[0];
        return (prefix, id) switch
        {
            (_, "") => null,
            ("pl", _) => new("playlist", id),
            ("al" or "dc", _) => new("album", id),
            _ => null,
        };
    }
}
