namespace Spotter.Web.Components.Shared.Fixing;

/// <summary>How similar one part of a source track and of a song are.</summary>
public enum Likeness
{
    Unknown,
    Equal,
    Close,
    Different,
}
