using System.Linq.Expressions;
using Hangfire;

namespace Spotter.Web.Jobs;

/// <summary>Queues jobs. They are only nudges: the request is stored before. If the job storage refuses one, it is lost, and the clocks
/// make up for it.</summary>
public sealed partial class JobQueue(IBackgroundJobClientV2 jobs, ILogger<JobQueue> logger)
{
    /// <summary>Queues a job. False if the storage refused, which is logged.</summary>
    public bool TryEnqueue<T>(Expression<Func<T, Task>> job)
    {
        try
        {
            jobs.Enqueue(job);
            return true;
        }
        catch (BackgroundJobClientException exception)
        {
            // The caller's request is stored, so nothing is lost.
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
