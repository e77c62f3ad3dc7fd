namespace Spotter.Core.Facts;

// What is said of entries of a file that were left out, and of what was done to read the rest.
public abstract partial record Fact
{
    /// <summary>A track has no title.</summary>
    public sealed record UntitledTrackLeftOut : Fact;

    /// <summary>An entry has no title.</summary>
    public sealed record UntitledEntryLeftOut : Fact;

    /// <summary>A row of a table has no title.</summary>
    public sealed record UntitledRowLeftOut : Fact;

    /// <summary>An entry is the address of a broadcast.</summary>
    public sealed record UntitledAddressLeftOut : Fact;

    /// <summary>A file that the user brought to the service has no title.</summary>
    public sealed record UntitledOwnFileLeftOut : Fact;

    /// <summary>A line of a list has no dash between its names.</summary>
    public sealed record UndividedLineLeftOut(string Line) : Fact;

    /// <summary>An entry is something else than a track.</summary>
    public sealed record OtherEntryLeftOut : Fact;

    /// <summary>An entry is an artist.</summary>
    public sealed record ArtistLeftOut : Fact;

    /// <summary>An entry is an album.</summary>
    public sealed record AlbumLeftOut : Fact;

    /// <summary>An entry is a podcast episode without a title.</summary>
    public sealed record EpisodeLeftOut : Fact;

    /// <summary>An entry is a podcast episode.</summary>
    public sealed record NamedEpisodeLeftOut(string Title) : Fact;

    /// <summary>An entry is a part of an audiobook.</summary>
    public sealed record AudiobookLeftOut : Fact;

    /// <summary>An entry that Spotify has no details of any more.</summary>
    public sealed record ForgottenEntryLeftOut : Fact;

    /// <summary>An entry names a track that the collection lacks.</summary>
    public sealed record UncollectedTrackLeftOut : Fact;

    /// <summary>An entry is an id that nothing in the export explains.</summary>
    public sealed record NamelessTrackLeftOut : Fact;

    /// <summary>A track was taken out of the playlist before the export.</summary>
    public sealed record RemovedTrackLeftOut : Fact;

    /// <summary>Zero bytes were dropped.</summary>
    public sealed record ZeroBytesDropped(int Bytes) : Fact;

    /// <summary>Lines were read in another code page than the rest.</summary>
    public sealed record LinesRecoded(int Lines, string CodePage) : Fact;

    /// <summary>Characters that XML forbids were dropped.</summary>
    public sealed record XmlCharactersDropped(int Characters) : Fact;

    /// <summary>Ampersands that stand for themselves.</summary>
    public sealed record XmlAmpersandsKept(int Count) : Fact;
}
