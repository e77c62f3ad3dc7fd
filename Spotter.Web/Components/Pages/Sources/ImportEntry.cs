using Spotter.Core.Formats;
using Spotter.Core.Sources;
using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>One playlist of a dropped file or a pasted list: what it would change, and what the user decided about it.</summary>
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

    /// <summary>The rows by which the user sees how it was understood.</summary>
    public ImportSample Sample => _sample ??= ImportSample.Of(File);

    /// <summary>Whether these rows are shown.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether the user has said here how it is to be read, so that this is kept with it.</summary>
    public bool IsSaid { get; set; }

    /// <summary>Why it could not be read as the user said, or null.</summary>
    public string? Problem { get; set; }

    /// <summary>The file it stands in.</summary>
    public string FileName { get; } = fileName;

    /// <summary>The name that was given with it, where it was.</summary>
    public string? GivenName { get; init; }

    /// <summary>The name it gets. Only a file that names no playlist leaves the choice.</summary>
    public string Name { get; set; } = file.Name;

    /// <summary>What storing it would change; null while that is found out.</summary>
    public ImportPlan? Plan { get; set; }

    public bool IsIncluded { get; set; } = true;

    /// <summary>Import it beside the one there is, instead of updating that.</summary>
    public bool AsNew { get; set; }

    /// <summary>The user agreed to losing so many tracks.</summary>
    public bool ApprovesRemoval { get; set; }

    /// <summary>It would update a playlist there is (known before <see cref="AsNew"/> was chosen).</summary>
    public bool HasNamesake { get; set; }

    /// <summary>Whether the file names its playlist itself; if not, its own name stands in and may be changed.</summary>
    public bool IsNamedByFile => File.IsNamed;

    public bool NeedsApproval => Plan is { RemovesTooMuch: true } && !AsNew;

    public bool IsReady => IsIncluded && Plan is not null && !string.IsNullOrWhiteSpace(Name) && (!NeedsApproval || ApprovesRemoval);

    /// <summary>Holds what was read now instead of what was read before. A name that the user may have given stays.</summary>
    public void Take(PlaylistFile read)
    {
        Name = read.IsNamed || File.IsNamed ? read.Name : Name;
        (File, Plan, Problem) = (read, null, null);
    }

    /// <summary>Takes title and artist for each other.</summary>
    public void Turn() => (File, IsSaid) = (File.WithSides(!File.IsTitleFirst), true);

    /// <summary>The playlist as it would be stored, under the given remote id or its own.</summary>
    public SourcePlaylist ToSourcePlaylist(string? freeRemoteId = null)
    {
        var named = (File with { Name = Name.Trim() }).ToSourcePlaylist();
        return freeRemoteId is null
            ? named
            : named with { Summary = named.Summary with { RemoteId = freeRemoteId, Name = freeRemoteId[(freeRemoteId.IndexOf(':', StringComparison.Ordinal) + 1)..] } };
    }
}
