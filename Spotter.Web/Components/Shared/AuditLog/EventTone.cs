namespace Spotter.Web.Components.Shared.AuditLog;

/// <summary>The tone of an audit log entry, shown by colour and never by colour alone.</summary>
public enum EventTone
{
    Quiet,
    Good,
    Look,
    Bad,
}
