namespace Spotter.Core.Matching.Text;

/// <summary>Whether two titles mean the same version of a song.</summary>
public enum VersionAgreement
{
    /// <summary>They do.</summary>
    Same,

    /// <summary>Nothing speaks against it, but one side does not say whose or where: the length must decide.</summary>
    Unsure,

    /// <summary>They do not.</summary>
    Different,
}
