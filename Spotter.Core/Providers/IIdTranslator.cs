namespace Spotter.Core.Providers;

/// <summary>A music server whose upgrade gives songs and playlists new ids by a rule that can be followed.</summary>
public interface IIdTranslator : IProvider
{
    /// <summary>
    /// The id that such an upgrade makes of this one; the same where it leaves it alone. Whether the upgrade took place is not asked
    /// here: the caller looks for what it gets before it believes in it.
    /// </summary>
    string Translate(string id);
}
