using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Spotter.Core.Persistence;
using Spotter.Web.Settings;

namespace Spotter.Web.Hosting;

/// <summary>Explains a failed start in one line for the administrator.</summary>
public static class StartFailure
{
    /// <summary>The line, or one line for each invalid setting. Null for a failure that deserves its stack trace.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        DatabaseVersionException version => $"Spotter cannot start: {version.Message}",
        BadConfigurationException bad => string.Join(Environment.NewLine, bad.Problems.Select(problem => $"Spotter cannot start: {problem}")),
        IOException { InnerException: AddressInUseException } or SocketException
            => $"Spotter cannot start: {FirstLine(exception.Message).TrimEnd('.')}. Choose another address with --urls http://127.0.0.1:PORT.",
        _ when DatabaseTroubles.Of(exception) is { } trouble => $"Spotter cannot start: {Explain(trouble, exception)}",
        DbException => $"Spotter cannot start: the database cannot be opened ({FirstLine(exception.Message)}). See ConnectionStrings:Spotter.",
        IOException or UnauthorizedAccessException => $"Spotter cannot start: {FirstLine(exception.Message)}",
        _ => null,
    };

    private static string Explain(DatabaseTrouble trouble, Exception exception) => trouble switch
    {
        DatabaseTrouble.Busy => "another process is using the database. Stop it, or wait until it is done.",
        DatabaseTrouble.Full => "the disk that holds its data is full. Free some space, then start it again.",
        DatabaseTrouble.ReadOnly => "it is not allowed to write its data. Give it write permission for the database file and its folder (ConnectionStrings:Spotter).",
        DatabaseTrouble.Away => $"the database server cannot be reached ({FirstLine(exception.GetBaseException().Message)}). See ConnectionStrings:Spotter.",
        DatabaseTrouble.Unreadable => $"the database cannot be opened ({FirstLine(exception.GetBaseException().Message)}). See ConnectionStrings:Spotter.",
    };

    private static string FirstLine(string message) => message.ReplaceLineEndings("\n").Split('\n')[0];
}
