using Spotter.Core.Formats;
using Spotter.Core.Sources;
using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>One playlist of a dropped file or a pasted list: what it would change, and what the user has decided about it.</summary>
public sealed class ImportEntry(PlaylistFile file, string fileName)
{
    private ImportSample? _sample;

    public PlaylistFile File
    {
        get;
        private set
        {
            field = value;
            _sample = null;
        }
    } = file;

    /// <summary>Sample rows that show the user how the file was read.</summary>
    public ImportSample Sample => _sample ??= ImportSample.Of(File);

    /// <summary>Whether the sample rows are shown.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether the user has chosen here how to read it, so that this is remembered for the playlist.</summary>
    public bool IsSaid { get; set; }

    /// <summary>Why it could not be read as the user chose, or null.</summary>
    public string? Problem { get; set; }

    /// <summary>The file that contains it.</summary>
    public string FileName { get; } = fileName;

    /// <summary>The name that came with the file or list, if any.</summary>
    public string? GivenName { get; init; }

    /// <summary>The name it gets. The user can change it only if the file does not name the playlist.</summary>
    public string Name { get; set; } = file.Name;

    /// <summary>What storing it would change. Null until that is known.</summary>
    public ImportPlan? Plan { get; set; }

    public bool IsIncluded { get; set; } = true;

    /// <summary>Import it as a new playlist instead of updating the existing one.</summary>
    public bool AsNew { get; set; }

    /// <summary>The user agreed to losing this many tracks.</summary>
    public bool ApprovesRemoval { get; set; }

    /// <summary>It would update an existing playlist (determined before <see cref="AsNew"/> was chosen).</summary>
    public bool HasNamesake { get; set; }

    /// <summary>Whether the file names the playlist. If not, the file's own name is used and may be changed.</summary>
    public bool IsNamedByFile => File.IsNamed;

    public bool NeedsApproval => Plan is { RemovesTooMuch: true } && !AsNew;

    public bool IsReady => IsIncluded && Plan is not null && !string.IsNullOrWhiteSpace(Name) && (!NeedsApproval || ApprovesRemoval);

    /// <summary>Replaces the content by a new reading. A name that the user may have entered stays.</summary>
    public void Take(PlaylistFile read)
    {
        Name = read.IsNamed || File.IsNamed ? read.Name : Name;
        (File, Plan, Problem) = (read, null, null);
    }

    /// <summary>Swaps title and artist.</summary>
    public void Turn() => (File, IsSaid) = (File.WithSides(!File.IsTitleFirst), true);

    /// <summary>The playlist as it would be stored, with the given remote id or its own.</summary>
    public SourcePlaylist ToSourcePlaylist(string? freeRemoteId = null)
    {
        var named = (File with { Name = Name.Trim() }).ToSourcePlaylist();
        return freeRemoteId is null
            ? named
            : named with { Summary = named.Summary with { RemoteId = freeRemoteId, Name = freeRemoteId[(freeRemoteId.IndexOf(':', StringComparison.Ordinal) + 1)..] } };
    }
}
