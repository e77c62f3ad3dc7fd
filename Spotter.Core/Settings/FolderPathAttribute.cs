using System.ComponentModel.DataAnnotations;

namespace Spotter.Core.Settings;

/// <summary>The setting is the path of a folder, which need not exist yet, since a disk may be mounted late. In the options it is absolute;
/// a relative path starts at the application's folder.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FolderPathAttribute() : ValidationAttribute("the path of a folder")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null || (value is string path && !path.Contains('\0', StringComparison.Ordinal));
}
