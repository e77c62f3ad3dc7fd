using Spotter.Navidrome.Demo;

namespace Spotter.Tests.Navidrome.Faults;

/// <summary>A fault of the matrix.</summary>
/// <param name="Name">The name of the fault.</param>
/// <param name="Make">How the server causes it; null if the connection is refused before the server sees the request.</param>
/// <param name="Message">What the playlist says if the run ends with it.</param>
internal sealed record MatrixFault(string Name, Func<DemoFault>? Make, string Message)
{
    /// <summary>Whether a repeatable call is repeated, so that the fault goes unnoticed.</summary>
    public bool IsRetried { get; init; }

    /// <summary>Whether the fault can do no harm at this request.</summary>
    public bool IsHarmless { get; init; }

    /// <summary>Whether the server carries out the request.</summary>
    public bool Acts { get; init; }

    /// <summary>Every fault that is an answer, or a missing answer.</summary>
    public static IReadOnlyList<MatrixFault> OfTheLine { get; } =
    [
        new("connection refused", null, "could not be reached") { IsRetried = true },
        new("reset before acting", DemoFault.Refuse, "was interrupted") { IsRetried = true },
        new("reset after acting", DemoFault.LoseReply, "was interrupted") { IsRetried = true, Acts = true },
        new("truncated body", DemoFault.Truncate, "was interrupted") { IsRetried = true, Acts = true },
        new("time-out", DemoFault.Hang, "did not answer for 60 seconds"),
        new("time-out after acting", DemoFault.ActAndHang, "did not answer for 60 seconds") { Acts = true },
        new("slow bytes", DemoFault.Dribble, "did not answer for 60 seconds") { Acts = true },
        new("login page", () => DemoFault.HtmlPage(), "authentication proxy"),
        new("redirect", DemoFault.Redirect, "authentication proxy"),
        new("429 with Retry-After", () => DemoFault.TooMany(5), "asks for a pause") { IsRetried = true },
        new("HTTP 500", () => DemoFault.Status(500), "is not working (HTTP 500)") { IsRetried = true },
        new("database is locked", DemoFault.Locked, "database is busy") { IsRetried = true },
        new("failed envelope", () => DemoFault.Failed(0, "Internal Server Error: disk I/O error"), "an error of its own: Internal Server Error: disk I/O error"),
    ];
}
