using Spotter.Core.Persistence;

namespace Spotter.Web.Api;

/// <summary>What a trouble of the database is in HTTP.</summary>
public static class DatabaseErrors
{
    /// <summary>507 where there is no room, 503 for what may pass; null where the exception is something else.</summary>
    public static int? StatusOf(Exception exception) => DatabaseTroubles.Of(exception) switch
    {
        null => null,
        DatabaseTrouble.Full => StatusCodes.Status507InsufficientStorage,
        _ => StatusCodes.Status503ServiceUnavailable,
    };
}
