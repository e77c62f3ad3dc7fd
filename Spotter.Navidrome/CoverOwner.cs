namespace Spotter.Navidrome;

/// <summary>What Navidrome's id of a cover is the cover of.</summary>
/// <param name="Kind">"playlist" or "album", as its own interface calls them.</param>
/// <param name="Id">The id of that.</param>
internal sealed record CoverOwner(string Kind, string Id)
{
    /// <summary>
    /// Reads an id such as "al-ID_66f0a1", "dc-ID:1_0" (a disc of an album) or "pl-ID"; null for a song's own picture and for anything else. The forms are
    /// those of Navidrome's model/artwork_id.go.
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
