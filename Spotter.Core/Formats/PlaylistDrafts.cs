using Spotter.Core.Facts;
using Spotter.Core.Formats.Readers;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats;

/// <summary>Collects what a format finds, by playlist, and enforces the limit for the whole file.</summary>
internal sealed class PlaylistDrafts(int mostTracks)
{
    private readonly List<Draft> _drafts = [];
    private readonly Dictionary<string, Draft> _byName = new(StringComparer.Ordinal);
    private int _entryCount;

    /// <summary>Whether titles and artists may be swapped and nothing in the file tells which is which
    /// (<see cref="PlaylistFile.SidesAreOpen"/>).</summary>
    public bool SidesAreOpen { get; set; }

    /// <summary>Whether the entries were read as "Title - Artist".</summary>
    public bool IsTitleFirst { get; set; }

    /// <summary>What was repaired to read the file.</summary>
    public List<Fact> Remarks { get; } = [];

    /// <summary>Adds a track.</summary>
    /// <param name="line">Its 1-based line.</param>
    /// <param name="track">The track.</param>
    /// <param name="playlist">Its playlist. Null if the file has only one.</param>
    /// <param name="otherWayRound">The track with title and artist swapped, if the file may mean that. Otherwise null.</param>
    public void Add(int line, SourceTrack track, string? playlist = null, SourceTrack? otherWayRound = null)
    {
        Count(line);
        var draft = Of(playlist);
        draft.Tracks.Add(track);
        draft.Lines.Add(line);
        draft.Others.Add(otherWayRound ?? track);
        draft.HasTwoWays |= otherWayRound is not null;
    }

    public void LeaveOut(int line, LeftOutReason reason, Fact what, string? playlist = null)
    {
        Count(line);
        Of(playlist).Warnings.Add(new PlaylistFileWarning(line, what) { Reason = reason });
    }

    /// <summary>Discards everything, to read the file again from the beginning.</summary>
    public void Forget()
    {
        _drafts.Clear();
        _byName.Clear();
        _entryCount = 0;
        SidesAreOpen = false;
        IsTitleFirst = false;
    }

    public static PlaylistFileException TooMany(int line, int most = PlaylistFileLimits.MaxTracks)
        => new(new Fact.FileTooManyTracks(most), line) { Problem = PlaylistFileProblem.TooLarge };

    /// <summary>Sets the name and description of a playlist: the only one of the file, or the one with this name in the file.</summary>
    public void Describe(string? name, string? description, string? playlist = null)
    {
        var draft = Of(playlist);
        draft.Name = FieldText.CleanOrNull(name) ?? draft.Name;
        draft.Description = FieldText.CleanOrNull(description) ?? draft.Description;
    }

    /// <summary>The tracks so far, with their lines.</summary>
    public IEnumerable<(int Line, SourceTrack Track)> Added => _drafts.SelectMany(draft => draft.Lines.Zip(draft.Tracks));

    public IReadOnlyList<PlaylistFile> ToPlaylists(IPlaylistFileFormat format, string fallbackName)
    {
        var filled = _drafts.Where(draft => draft.Tracks.Count > 0).ToList();
        var warnings = _drafts.SelectMany(draft => draft.Warnings).OrderBy(warning => warning.Line).ToList();
        if (filled.Count == 0)
        {
            throw new PlaylistFileException(warnings is [var first, ..] ? new Fact.FileWithoutUsableEntry(warnings.Count, first.Line, first.What) : format.NoTracks)
            {
                Problem = PlaylistFileProblem.Empty,
            };
        }

        // A playlist that lost all its entries is not returned: its warnings are reported with the first one.
        filled[0].Warnings.AddRange(_drafts.Except(filled).SelectMany(draft => draft.Warnings));
        // Later imports would treat two lists with the same name as one playlist, so they are merged here too.
        return
        [
            .. filled.GroupBy(draft => Shorten(draft.Name ?? fallbackName), StringComparer.Ordinal).Select(same => new PlaylistFile(
                format.Family,
                same.Key,
                [.. same.SelectMany(draft => draft.Tracks)],
                [.. same.SelectMany(draft => draft.Warnings).OrderBy(warning => warning.Line)])
            {
                OtherWayRound = same.Any(draft => draft.HasTwoWays) ? [.. same.SelectMany(draft => draft.Others)] : null,
                IsTitleFirst = IsTitleFirst,
                SidesAreOpen = SidesAreOpen && same.Any(draft => draft.HasTwoWays),
                Remarks = Remarks,
                IsNamed = same.Any(draft => draft.Name is not null),
                Description = same.Select(draft => draft.Description).FirstOrDefault(description => description is not null),
            }),
        ];
    }

    private static string Shorten(string name)
    {
        if (name.Length <= PlaylistFileLimits.MaxNameLength)
        {
            return name;
        }

        // A surrogate pair is one character, so it is not split.
        var end = PlaylistFileLimits.MaxNameLength;
        return name[..(char.IsHighSurrogate(name[end - 1]) ? end - 1 : end)].TrimEnd();
    }

    // Entries that are left out count too: they are kept with their reason.
    private void Count(int line)
    {
        if (++_entryCount > mostTracks)
        {
            throw TooMany(line, mostTracks);
        }
    }

    private Draft Of(string? playlist)
    {
        var name = FieldText.CleanOrNull(playlist);
        if (!_byName.TryGetValue(name ?? "", out var draft))
        {
            draft = new Draft { Name = name };
            _byName.Add(name ?? "", draft);
            _drafts.Add(draft);
        }

        return draft;
    }

    private sealed class Draft
    {
        public string? Name { get; set; }

        public string? Description { get; set; }

        public List<SourceTrack> Tracks { get; } = [];

        public List<int> Lines { get; } = [];

        /// <summary>The tracks with title and artist swapped, one for each track. The same track if there is only one way to read it.</summary>
        public List<SourceTrack> Others { get; } = [];

        public bool HasTwoWays { get; set; }

        public List<PlaylistFileWarning> Warnings { get; } = [];
    }
}
