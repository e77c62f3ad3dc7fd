using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Web.Components.Shared;
using Spotter.Web.Wording;

namespace Spotter.Web.Components.Layout;

/// <summary>The state of the user's music server, as a dot and a sentence.</summary>
/// <param name="Tone">success, warning, error, or off if nothing is known yet.</param>
/// <param name="Sentence">The state in words.</param>
public sealed record ServerState(string Tone, string Sentence)
{
    public static readonly ServerState Unknown = new("off", "The music server was not asked yet.");

    /// <param name="account">The user's account on the server.</param>
    /// <param name="next">When the server is checked next, or null if no schedule says so.</param>
    /// <param name="now">The current time.</param>
    /// <param name="wording">The words for facts.</param>
    public static ServerState Of(Account account, DateTimeOffset? next, DateTimeOffset now, FactWording wording) => account switch
    {
        { NeedsSignIn: true } => new("error", $"{ServerName.Of(account.ServerType).AtStart} refuses your credentials. Sign in again so that syncs go on."),
        { ServerProblem: { } problem } => new("error", $"{wording.Say(problem)}{NextTry(next, now)}"),
        { Library.Error: { } error } => new("warning", wording.Say(error)),
        { Library.ReadAt: { } readAt } => new("success",
            $"{NameOf(account)} is connected. {Words.Count(account.Library.SongCount, "song")} in your library, read {Words.Relative(readAt, now)}."),
        _ => new("success", $"{NameOf(account)} is connected. Your library is read at the first sync."),
    };

    /// <summary>" Next try in 23 min.": the end of a sentence about something that could not be reached. Empty if the time is unknown.</summary>
    public static string NextTry(DateTimeOffset? next, DateTimeOffset now) => next is { } at ? $" Next try {Words.Relative(at, now)}." : "";

    /// <summary>"Navidrome 0.58.0", as far as the server tells.</summary>
    public static string NameOf(Account account)
    {
        var name = ServerName.Of(account.ServerType).AtStart;
        return string.IsNullOrEmpty(account.ServerVersion) ? name : $"{name} {account.ServerVersion.Split(' ')[0]}";
    }
}
