namespace Spotter.Core.Mixtapes;

/// <summary>Nudges the job runner. A nudge may be lost: the request is in the database, and the mixtape clock nudges again.</summary>
public interface IMixtapeScheduler
{
    /// <summary>Has <see cref="MixtapeMaker.MakeAsync"/> called for the mixtape soon.</summary>
    /// <param name="mixtapeId">The mixtape.</param>
    /// <param name="name">Its name, for the name of the job.</param>
    void NudgeMixtape(int mixtapeId, string name);
}
