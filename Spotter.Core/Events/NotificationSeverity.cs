namespace Spotter.Core.Events;

/// <summary>The severity of a notification.</summary>
public enum NotificationSeverity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Done.</summary>
    Success,

    /// <summary>Needs a look.</summary>
    Warning,

    /// <summary>Went wrong.</summary>
    Error,
}
