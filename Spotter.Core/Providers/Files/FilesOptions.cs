using System.ComponentModel.DataAnnotations;
using Spotter.Core.Settings;

namespace Spotter.Core.Providers.Files;

/// <summary>Files that are kept in sync (section "Sources:Files").</summary>
public sealed record FilesOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Sources:Files";

    /// <summary>The folder whose files become playlists and are updated when the files change. Default: none. A relative path starts at the
    /// application's folder.</summary>
    [Display(Name = "Watched folder")]
    [DisplayFormat(NullDisplayText = "none")]
    [FolderPath]
    public string WatchFolder { get; set; } = "";
}
