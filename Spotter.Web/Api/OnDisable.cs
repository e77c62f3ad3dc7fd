namespace Spotter.Web.Api;

/// <summary>What becomes of the target when sync is switched off.</summary>
public enum OnDisable
{
    /// <summary>It stays in the music server.</summary>
    Keep,

    /// <summary>It is deleted there.</summary>
    Delete,
}
