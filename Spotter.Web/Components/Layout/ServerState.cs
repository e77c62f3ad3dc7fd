using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Web.Components.Shared;
using Spotter.Web.Wording;

namespace Spotter.Web.Components.Layout;

/// <summary>How the music server stands to this user, as a dot and a sentence.</summary>
/// <param name="Tone">success, warning, error, or off where nothing is known yet.</param>
/// <param name="Sentence">For people.</param>
public sealed record ServerState(string Tone, string Sentence)
{
    public static readonly ServerState Unknown = new("off", "The music server was not asked yet.");

    public static ServerState Of(Account account, DateTimeOffset now, FactWording wording) => account switch
    {
        { NeedsSignIn: true } => new("error", $"{ServerName.Of(account.ServerType).AtStart} refuses your credentials. Sign in again so that syncs go on."),
        { Library.Error: { } error } => new("warning", wording.Say(error)),
        { Library.ReadAt: { } readAt } => new("success",
            $"{NameOf(account)} is connected. {Words.Count(account.Library.SongCount, "song")} in your library, read {Words.Relative(readAt, now)}."),
        _ => new("success", $"{NameOf(account)} is connected. Your library is read at the first sync."),
    };

    /// <summary>"Navidrome 0.58.0", as far as the server says.</summary>
    public static string NameOf(Account account)
    {
        var name = ServerName.Of(account.ServerType).AtStart;
        return string.IsNullOrEmpty(account.ServerVersion) ? name : $"{name} {account.ServerVersion.Split(' ')[0]}";
    }
}
