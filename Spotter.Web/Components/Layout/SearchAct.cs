namespace Spotter.Web.Components.Layout;

/// <summary>What can be done from everywhere.</summary>
public enum SearchAct
{
    /// <summary>Asks for a run of every playlist with sync on.</summary>
    SyncAll,

    /// <summary>Opens the import dialog.</summary>
    Import,
}
