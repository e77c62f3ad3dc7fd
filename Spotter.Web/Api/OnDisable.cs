namespace Spotter.Web.Api;

/// <summary>What happens to the target when sync is switched off.</summary>
public enum OnDisable
{
    /// <summary>It stays on the music server.</summary>
    Keep,

    /// <summary>It is deleted there.</summary>
    Delete,
}
