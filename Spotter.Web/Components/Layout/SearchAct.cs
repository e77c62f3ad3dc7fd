namespace Spotter.Web.Components.Layout;

/// <summary>Actions that are available everywhere.</summary>
public enum SearchAct
{
    /// <summary>Requests a sync of every playlist with sync on.</summary>
    SyncAll,

    /// <summary>Opens the import dialog.</summary>
    Import,
}
