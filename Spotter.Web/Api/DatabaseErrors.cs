using Spotter.Core.Persistence;

namespace Spotter.Web.Api;

/// <summary>What a request says of database problems: to the client by its HTTP status, to the log in one line.</summary>
public static partial class DatabaseErrors
{
    /// <summary>507 if there is no space, 503 for problems that may pass. Null if the exception is something else.</summary>
    public static int? StatusOf(Exception exception) => DatabaseTroubles.Of(exception) switch
    {
        null => null,
        DatabaseTrouble.Full => StatusCodes.Status507InsufficientStorage,
        _ => StatusCodes.Status503ServiceUnavailable,
    };

    /// <summary>Logs a failed request in one line. A stack trace for each request would fill a disk that is nearly full.</summary>
    /// <returns>Whether it failed because of the database.</returns>
    public static bool Tell(HttpContext context, string path, Exception exception)
    {
        if (DatabaseTroubles.Of(exception) is not { } trouble)
        {
            return false;
        }

        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DatabaseErrors));
        Log.DatabaseTrouble(logger, path, trouble, exception.GetBaseException().Message);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "A request for {Path} failed: the database is {Trouble} ({Cause}).")]
        public static partial void DatabaseTrouble(ILogger logger, string path, DatabaseTrouble trouble, string cause);
    }
}
