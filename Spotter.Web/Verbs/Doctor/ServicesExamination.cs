using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Spotter.Core.Persistence;
using Spotter.Core.Providers.Mixtapes;
using Spotter.Core.Providers.MusicBrainz;
using Spotter.Core.Settings;
using Spotter.Core.Sources;

namespace Spotter.Web.Verbs.Doctor;

/// <summary>Whether the services answer that this installation uses. No others are contacted.</summary>
public sealed class ServicesExamination(
    IEnumerable<SettingsSection> sections, IServiceProvider services, DatabaseCondition condition, IDbContextFactory<SpotterDbContext> contexts, IHttpClientFactory clients)
    : IExamination
{
    public const string ClientName = "doctor";

    private const string Sources = "Sources:";

    public string Title => "Services";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var used = await FindUsedAsync(cancellationToken);
        if (used.Count == 0)
        {
            yield return Finding.Good("No service is in use besides the music server.");
        }

        foreach (var (name, address) in used)
        {
            yield return await AskAsync(name, address, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<(string Name, string Address)>> FindUsedAsync(CancellationToken cancellationToken)
    {
        List<(string, string)> used = [];
        var kinds = await FindConnectedKindsAsync(cancellationToken);
        foreach (var section in sections.Where(section => section.Name.StartsWith(Sources, StringComparison.Ordinal) && kinds.Contains(section.Name[Sources.Length..])))
        {
            if (section.Type.GetProperty("BaseUrl")?.GetValue(section.Read(services)) is string { Length: > 0 } address)
            {
                used.Add((section.Name[Sources.Length..], address));
            }
        }

        if (services.GetRequiredService<IOptions<MixtapeOptions>>().Value is { Endpoint.Length: > 0 } model)
        {
            used.Add(("The model server", model.Endpoint));
        }

        if (services.GetRequiredService<IOptions<MusicBrainzOptions>>().Value is { Enabled: true } names)
        {
            used.Add(("MusicBrainz", names.BaseUrl));
        }

        return used;
    }

    /// <summary>The kinds of services that somebody has connected, which are the names of their sections without regard to case.</summary>
    private async Task<HashSet<string>> FindConnectedKindsAsync(CancellationToken cancellationToken)
    {
        var kinds = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if ((await condition.FindAsync(cancellationToken)).State == DatabaseState.Current)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            kinds.UnionWith(await db.SourceConnections.Select(connection => connection.Kind).Distinct().ToListAsync(cancellationToken));
        }

        return kinds;
    }

    private async Task<Finding> AskAsync(string name, string address, CancellationToken cancellationToken)
    {
        var host = new Uri(address).Authority;
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var answer = await client.GetAsync(new Uri(address), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (int)answer.StatusCode < 500
                ? Finding.Good($"{name} answers at {host}.")
                : Finding.Note($"{name} at {host} is out of order (HTTP {(int)answer.StatusCode}). Spotter tries it again by itself.");
        }
        catch (HttpRequestException exception)
        {
            return Finding.Wrong($"{name} cannot be reached at {host}: {exception.GetBaseException().Message.ReplaceLineEndings(" ")}. Check the network and the name server of this machine.");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Finding.Wrong($"{name} does not answer at {host}. Check the network and the firewall of this machine.");
        }
    }
}
