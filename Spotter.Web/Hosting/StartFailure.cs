using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;

namespace Spotter.Web.Hosting;

/// <summary>Turns what stops a start into one line for whoever starts Spotter.</summary>
public static class StartFailure
{
    /// <summary>The line, or null for a failure that deserves its stack trace.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        BadConfigurationException => $"Spotter cannot start: {exception.Message}",
        IOException { InnerException: AddressInUseException } or SocketException
            => $"Spotter cannot start: {FirstLine(exception.Message).TrimEnd('.')}. Choose another address with --urls http://127.0.0.1:PORT.",
        SqliteException => $"Spotter cannot start: the database cannot be opened ({FirstLine(exception.Message)}). See ConnectionStrings:Spotter.",
        UnauthorizedAccessException => $"Spotter cannot start: {FirstLine(exception.Message)}",
        _ => null,
    };

    private static string FirstLine(string message) => message.ReplaceLineEndings("\n").Split('\n')[0];
}
