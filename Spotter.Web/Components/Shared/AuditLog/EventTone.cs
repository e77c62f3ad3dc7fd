namespace Spotter.Web.Components.Shared.AuditLog;

/// <summary>How a line of the audit log is meant; its colour, never alone.</summary>
public enum EventTone
{
    Quiet,
    Good,
    Look,
    Bad,
}
