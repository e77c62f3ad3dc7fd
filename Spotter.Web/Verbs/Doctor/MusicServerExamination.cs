using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Core.Providers;
using Spotter.Navidrome;
using Spotter.Web.Settings;
using Spotter.Web.Wording;

namespace Spotter.Web.Verbs.Doctor;

/// <summary>Whether the music server answers, lets people in, and can do what Spotter needs.</summary>
public sealed class MusicServerExamination(
    ServerProbe probe, StoredCredentials stored, SignInTrial trial, FactWording wording, DoctorOrder order, IOptions<ServerOptions> server, TimeProvider clock)
    : IExamination
{
    /// <summary>Nothing compares times more closely, and the servers' seconds are rounded.</summary>
    private static readonly TimeSpan ClocksMayDiffer = TimeSpan.FromSeconds(60);

    public string Title => "Music server";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (server.Value.BaseUrl.Length == 0)
        {
            yield return Finding.Note("Navidrome:BaseUrl is not set, so Spotter runs as a demo with a music server of its own.");
            yield break;
        }

        var (greeting, problem) = await GreetAsync(cancellationToken);
        if (greeting is null)
        {
            yield return Finding.Wrong($"{Address}: {problem} See Navidrome:BaseUrl.");
            yield break;
        }

        yield return Finding.Good($"A music server answers at {Address} after {greeting.Took.TotalMilliseconds:N0} ms.");
        yield return CompareClocks(greeting);
        var people = order.Credentials is { } given ? [new StoredCredential(given.UserName, given)] : await stored.ReadAsync(cancellationToken);
        if (people.Count == 0)
        {
            yield return Finding.Note("Nobody has signed in to Spotter yet, so no sign-in was tried. To try yours, add --user NAME.");
        }

        foreach (var person in people)
        {
            await foreach (var finding in trial.TryAsync(person, cancellationToken))
            {
                yield return finding;
            }
        }
    }

    private string Address => SettingsCheck.HideCredentials(server.Value.BaseUrl);

    private async Task<(ServerGreeting? Greeting, string? Problem)> GreetAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await probe.AskAsync(cancellationToken), null);
        }
        catch (ProviderException exception)
        {
            return (null, wording.Say(exception.Reason));
        }
    }

    private Finding CompareClocks(ServerGreeting greeting)
    {
        if (greeting.Time is not { } theirs)
        {
            return Finding.Note("Its answer does not tell its time, so the clocks were not compared.");
        }

        var difference = theirs - clock.GetUtcNow();
        return difference.Duration() <= ClocksMayDiffer
            ? Finding.Good("Its clock and the clock of this machine agree.")
            : Finding.Wrong($"Its clock is {difference.Duration().TotalMinutes:N0} minutes {(difference > TimeSpan.Zero ? "ahead of" : "behind")} the clock of this machine. Let both machines set their clocks from the network (NTP).");
    }
}
