using System.Linq.Expressions;
using Hangfire;

namespace Spotter.Web.Jobs;

/// <summary>Queues jobs, which are nudges: what is wanted is stored before. One that the job storage does not take is lost, and the clocks make up for it.</summary>
public sealed partial class JobQueue(IBackgroundJobClientV2 jobs, ILogger<JobQueue> logger)
{
    /// <summary>Queues it. False where the storage refused, which is logged.</summary>
    public bool TryEnqueue<T>(Expression<Func<T, Task>> job)
    {
        try
        {
            jobs.Enqueue(job);
            return true;
        }
        catch (BackgroundJobClientException exception)
        {
            // Whoever asked has stored a wish, and nothing went wrong with that.
            Log.Lost(logger, exception, typeof(T).Name);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "{Job} could not be queued. The request is stored and is picked up again within minutes.")]
        public static partial void Lost(ILogger logger, Exception exception, string job);
    }
}
