namespace Spotter.Navidrome.Demo;

/// <summary>Who may ask for the list of protocol extensions.</summary>
internal enum DemoExtensions
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Users who are logged in.</summary>
    BehindLogin,

    /// <summary>Nobody: the method does not exist.</summary>
    Unknown,
}
