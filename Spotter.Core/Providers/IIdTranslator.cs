namespace Spotter.Core.Providers;

/// <summary>A music server whose upgrade derives new ids of songs and playlists from the old ones by a known rule.</summary>
public interface IIdTranslator : IProvider
{
    /// <summary>
    /// The id that such an upgrade derives from this one, or the same id if the upgrade leaves it alone. It does not say whether the
    /// upgrade took place: the caller must check that the new id exists.
    /// </summary>
    string Translate(string id);
}
