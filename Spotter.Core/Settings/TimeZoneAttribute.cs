using System.ComponentModel.DataAnnotations;

namespace Spotter.Core.Settings;

/// <summary>The setting is a time zone by its name in the IANA database. Empty means none.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeZoneAttribute() : ValidationAttribute("a time zone like Europe/Berlin")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null or "" || (value is string id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _));
}
