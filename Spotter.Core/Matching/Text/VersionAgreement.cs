namespace Spotter.Core.Matching.Text;

/// <summary>Whether two titles mean the same version of a song.</summary>
public enum VersionAgreement
{
    /// <summary>The same version.</summary>
    Same,

    /// <summary>No contradiction, but one side lacks the qualifier: the length must decide.</summary>
    Unsure,

    /// <summary>Different versions.</summary>
    Different,
}
