namespace Spotter.Core.Mixtapes;

/// <summary>Nudges a job runner. A nudge may be lost: what is wanted stands in the database, and the clock nudges again.</summary>
public interface IMixtapeScheduler
{
    /// <summary>Have <see cref="MixtapeMaker.MakeAsync"/> called for the mixtape soon.</summary>
    /// <param name="mixtapeId">The mixtape.</param>
    /// <param name="name">Its name, for the job's.</param>
    void NudgeMixtape(int mixtapeId, string name);
}
