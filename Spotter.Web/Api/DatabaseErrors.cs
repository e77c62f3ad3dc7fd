using Spotter.Core.Persistence;

namespace Spotter.Web.Api;

/// <summary>The HTTP status of database problems.</summary>
public static class DatabaseErrors
{
    /// <summary>507 if there is no space, 503 for problems that may pass. Null if the exception is something else.</summary>
    public static int? StatusOf(Exception exception) => DatabaseTroubles.Of(exception) switch
    {
        null => null,
        DatabaseTrouble.Full => StatusCodes.Status507InsufficientStorage,
        _ => StatusCodes.Status503ServiceUnavailable,
    };
}
