using Microsoft.AspNetCore.Components;
using Spotter.Core.Sources;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>One playlist of an import: its name, what it would change, and the questions about it.</summary>
public sealed partial class ImportEntryCard
{
    [Parameter, EditorRequired]
    public required ImportEntry Entry { get; set; }

    [Parameter]
    public bool IsDoubled { get; set; }

    /// <summary>Its name or the choice about it has changed, so its plan must be made again.</summary>
    [Parameter]
    public EventCallback<ImportEntry> OnPlan { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    /// <summary>The user wants to change what its columns mean.</summary>
    [Parameter]
    public EventCallback<ImportEntry> OnColumns { get; set; }

    /// <summary>The user wants to swap titles and artists.</summary>
    [Parameter]
    public EventCallback<ImportEntry> OnTurn { get; set; }

    /// <summary>The user has chosen another code page, or null to detect it.</summary>
    [Parameter]
    public EventCallback<(ImportEntry Entry, string? CodePage)> OnLetters { get; set; }

    /// <summary>The number of other playlists of the archive that the choices about this one could hold for too.</summary>
    [Parameter]
    public int AlikeCount { get; set; }

    /// <summary>The user wants the choices about this one to hold for those too.</summary>
    [Parameter]
    public EventCallback<ImportEntry> OnAlike { get; set; }

    private string FormatName => Entry.File.FormatFamily switch
    {
        "exportify" => "Exportify",
        "tunemymusic" => "TuneMyMusic",
        "soundiiz" => "Soundiiz",
        "spotify-data" => "Spotify account data",
        "spotify-backup" => "Spotify backup",
        "takeout" => "Google Takeout",
        "play-music" => "Google Play Music",
        "apple-data" => "Apple’s data copy",
        "itunes" => "iTunes library",
        "wpl" => "Windows Media Player",
        "rekordbox" => "rekordbox",
        "traktor" => "Traktor",
        "virtualdj" => "VirtualDJ",
        "jellyfin" => "Jellyfin",
        "spotter" => "Spotter",
        "history" => "listening history",
        "text" => "text",
        var family => family.ToUpperInvariant(),
    };

    private static string Difference(ImportPlan plan)
    {
        string?[] parts =
        [
            plan.Added > 0 ? $"{Words.Number(plan.Added)} added" : null,
            plan.Removed > 0 ? $"{Words.Number(plan.Removed)} removed" : null,
            plan.Moved > 0 ? $"{Words.Number(plan.Moved)} moved" : null,
        ];
        var sentence = string.Join(", ", parts.OfType<string>());
        return sentence.Length == 0 ? "Nothing changed since the last import." : $"Compared with the last import: {sentence}.";
    }

    private Task IncludeAsync(ChangeEventArgs change)
    {
        Entry.IsIncluded = change.Value is true;
        return OnChanged.InvokeAsync();
    }

    private Task ApproveAsync(ChangeEventArgs change)
    {
        Entry.ApprovesRemoval = change.Value is true;
        return OnChanged.InvokeAsync();
    }

    private Task RenameAsync(ChangeEventArgs change)
    {
        Entry.Name = (change.Value as string ?? "").Trim();
        return OnPlan.InvokeAsync(Entry);
    }

    private Task ChooseAsync(bool asNew)
    {
        Entry.AsNew = asNew;
        return OnPlan.InvokeAsync(Entry);
    }
}
