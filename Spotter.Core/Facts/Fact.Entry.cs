namespace Spotter.Core.Facts;

// Facts about entries of a file that were left out, and about repairs that were necessary to read the rest.
public abstract partial record Fact
{
    /// <summary>A track has no title.</summary>
    public sealed record UntitledTrackLeftOut : Fact;

    /// <summary>An entry has no title.</summary>
    public sealed record UntitledEntryLeftOut : Fact;

    /// <summary>A row of a table has no title.</summary>
    public sealed record UntitledRowLeftOut : Fact;

    /// <summary>An entry is a web address without a title.</summary>
    public sealed record UntitledAddressLeftOut : Fact;

    /// <summary>A user's local file at the service has no title.</summary>
    public sealed record UntitledOwnFileLeftOut : Fact;

    /// <summary>A line of a list has no dash between artist and title.</summary>
    public sealed record UndividedLineLeftOut(string Line) : Fact;

    /// <summary>An entry is not a track.</summary>
    public sealed record OtherEntryLeftOut : Fact;

    /// <summary>An entry is an artist.</summary>
    public sealed record ArtistLeftOut : Fact;

    /// <summary>An entry is an album.</summary>
    public sealed record AlbumLeftOut : Fact;

    /// <summary>An entry is a podcast episode, reported without its title.</summary>
    public sealed record EpisodeLeftOut : Fact;

    /// <summary>An entry is a podcast episode with this title.</summary>
    public sealed record NamedEpisodeLeftOut(string Title) : Fact;

    /// <summary>An entry is part of an audiobook.</summary>
    public sealed record AudiobookLeftOut : Fact;

    /// <summary>Spotify no longer has details of an entry.</summary>
    public sealed record ForgottenEntryLeftOut : Fact;

    /// <summary>A playlist refers to a track that is missing from the collection.</summary>
    public sealed record UncollectedTrackLeftOut : Fact;

    /// <summary>An entry is only an id, and nothing in the export names its track.</summary>
    public sealed record NamelessTrackLeftOut : Fact;

    /// <summary>A track was removed from the playlist before the export.</summary>
    public sealed record RemovedTrackLeftOut : Fact;

    /// <summary>Zero bytes were dropped.</summary>
    public sealed record ZeroBytesDropped(int Bytes) : Fact;

    /// <summary>Lines were decoded in another code page than the rest.</summary>
    public sealed record LinesRecoded(int Lines, string CodePage) : Fact;

    /// <summary>Characters that are forbidden in XML were dropped.</summary>
    public sealed record XmlCharactersDropped(int Characters) : Fact;

    /// <summary>Unescaped ampersands were read as literal text.</summary>
    public sealed record XmlAmpersandsKept(int Count) : Fact;
}
