using Hangfire;
using Spotter.Core.Mixtapes;
using Spotter.Web.Wording;

namespace Spotter.Web.Jobs;

/// <summary>Makes a mixtape. Never retried here: the mixtape itself decides when it is tried again. It has its own queue, so that no sync
/// waits for a model.</summary>
public sealed class MakeMixtapeJob(MixtapeMaker maker, HangfireScheduler scheduler, FactWording wording)
{
    public const string Queue = "mixtapes";

    [Queue(Queue)]
    [AutomaticRetry(Attempts = 0, LogEvents = false)]
    [JobDisplayName("Make mixtape: {1}")]
    public async Task RunAsync(int mixtapeId, string name, CancellationToken cancellationToken)
    {
        scheduler.NoteBegun<MakeMixtapeJob>(mixtapeId);
        try
        {
            await maker.MakeAsync(mixtapeId, cancellationToken);
        }
        catch (MixtapeFailedException failure)
        {
            throw new JobFailedException(wording.Say(failure.Reason));
        }
    }
}
