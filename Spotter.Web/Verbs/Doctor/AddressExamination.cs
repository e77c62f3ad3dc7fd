using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Spotter.Core.Scheduling;
using Spotter.Web.Addresses;
using Spotter.Web.Settings;

namespace Spotter.Web.Verbs.Doctor;

/// <summary>Where Spotter is: on this machine, behind its proxy, and in time.</summary>
public sealed class AddressExamination(SpotterSettings settings, IConfiguration configuration, IHttpClientFactory clients, IOptions<ScheduleOptions> schedule) : IExamination
{
    private const string Path = "/healthz";
    private const string Answer = "Healthy";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public string Title => "Addresses and time";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isRunning = false;
        if (OwnAddress.Find(configuration) is { } own)
        {
            using var client = own.CreateClient(Patience);
            var found = await AskAsync(client, new Uri(Path, UriKind.Relative), cancellationToken);
            isRunning = found.IsSpotter;
            yield return found switch
            {
                { IsSpotter: true } => Finding.Good($"Spotter is running at {own}."),
                { Status: { } status } => Finding.Wrong($"Something else answers at {own} (HTTP {status}). Choose another address with Urls."),
                _ => Finding.Note($"Spotter is not running: nothing answers at {own}."),
            };
        }

        if (settings.PublicUrl is not { } publicUrl)
        {
            yield return Finding.Note("PublicUrl is not set. That is right as long as nobody reaches Spotter through a proxy.");
        }
        else
        {
            if (!settings.HasKnownProxies)
            {
                yield return Finding.Note("PublicUrl is set, but no proxy is trusted, so all visitors count as one in the sign-in limits. Set ForwardedHeaders:KnownProxies or ForwardedHeaders:KnownNetworks.");
            }

            if (isRunning)
            {
                yield return await LookFromOutsideAsync(publicUrl, cancellationToken);
            }
        }

        var zone = schedule.Value.FindZone();
        yield return Finding.Good($"The schedules are in the time zone {zone.Id}{(schedule.Value.TimeZone.Length == 0 ? ", which is the machine's (Schedule:TimeZone or TZ changes it)" : "")}.");
    }

    private async Task<Finding> LookFromOutsideAsync(Uri publicUrl, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ServicesExamination.ClientName);
        var found = await AskAsync(client, new Uri(publicUrl.AbsoluteUri.TrimEnd('/') + Path), cancellationToken);
        return found switch
        {
            { IsSpotter: true } => Finding.Good($"Spotter is reached at {publicUrl} as well."),
            { Status: { } status } => Finding.Wrong($"Something else than Spotter answers at {publicUrl} (HTTP {status}). Check the proxy and PublicUrl."),
            _ => Finding.Note($"{publicUrl} cannot be reached from this machine ({found.Problem}). That may be right, for example inside a container; otherwise check the proxy and PublicUrl."),
        };
    }

    private static async Task<(bool IsSpotter, int? Status, string? Problem)> AskAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(address, cancellationToken);
            return (answer.IsSuccessStatusCode && await answer.Content.ReadAsStringAsync(cancellationToken) == Answer, (int)answer.StatusCode, null);
        }
        catch (HttpRequestException exception)
        {
            return (false, null, exception.GetBaseException().Message.ReplaceLineEndings(" "));
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (false, null, "no answer in time");
        }
    }
}
