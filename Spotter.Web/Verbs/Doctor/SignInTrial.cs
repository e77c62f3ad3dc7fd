using System.Runtime.CompilerServices;
using Spotter.Core.Accounts;
using Spotter.Core.Providers;
using Spotter.Navidrome;
using Spotter.Web.Wording;

namespace Spotter.Web.Verbs.Doctor;

/// <summary>What somebody can do on the music server: sign in, list playlists, and, if the administrator asked for it, create and delete one.</summary>
public sealed class SignInTrial(IIdentityProvider identities, NavidromeProviderFactory factory, FactWording wording, DoctorOrder order)
{
    private const string Name = "Spotter doctor";

    public async IAsyncEnumerable<Finding> TryAsync(StoredCredential person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (person.Credentials is not { } credentials)
        {
            yield return Finding.Wrong($"The stored password of {person.UserName} cannot be used: it was refused before, or the keys are lost. {person.UserName} has to sign in to Spotter again.");
            yield break;
        }

        var (identity, problem) = await CheckAsync(credentials, cancellationToken);
        if (identity is null)
        {
            yield return Finding.Wrong(problem is null
                ? $"It refuses the password of {person.UserName}. {person.UserName} has to sign in to Spotter with the right one."
                : $"{person.UserName} could not sign in: {problem}");
            yield break;
        }

        yield return Finding.Good($"{identity.UserName} can sign in{(identity.IsAdmin ? ", as an administrator" : "")}. It is {Describe(identity)}.");
        yield return await WordAsync("Its playlists cannot be listed", () => ListAsync(credentials, cancellationToken));
        if (order.Writes)
        {
            yield return await WordAsync("No playlist can be written", () => WriteAsync(credentials, cancellationToken));
        }
    }

    private async Task<(ServerIdentity? Identity, string? Problem)> CheckAsync(Credentials credentials, CancellationToken cancellationToken)
    {
        try
        {
            return (await identities.CheckAsync(credentials, cancellationToken), null);
        }
        catch (ProviderException exception)
        {
            return (null, wording.Say(exception.Reason));
        }
    }

    private static string Describe(ServerIdentity identity)
        => identity.ServerType is { } type ? $"{type} {identity.ServerVersion}".TrimEnd() : "a server that does not say its name";

    private async Task<Finding> WordAsync(string failure, Func<Task<Finding>> step)
    {
        try
        {
            return await step();
        }
        catch (ProviderException exception)
        {
            return Finding.Wrong($"{failure}: {wording.Say(exception.Reason)}");
        }
    }

    private async Task<Finding> ListAsync(Credentials credentials, CancellationToken cancellationToken)
    {
        var provider = await factory.CreateAsync(credentials, cancellationToken);
        var playlists = await provider.ListTargetsAsync(cancellationToken);
        var covers = provider.MayTakeCovers ? "It takes covers for playlists." : "It takes no covers for playlists, so they keep its own.";
        return Finding.Good($"{credentials.UserName} sees {playlists.Count} {(playlists.Count == 1 ? "playlist" : "playlists")} there. {covers}");
    }

    private async Task<Finding> WriteAsync(Credentials credentials, CancellationToken cancellationToken)
    {
        var provider = await factory.CreateAsync(credentials, cancellationToken);
        var name = $"{Name} {Guid.NewGuid():N}";
        try
        {
            // Whoever stops this does not leave the list behind.
            await provider.SyncPlaylistAsync(name, [], CancellationToken.None);
            if (await FindAsync(provider, name) is null)
            {
                return Finding.Wrong("A playlist was created, but is not listed afterwards. Spotter could not find its own playlists there.");
            }
        }
        finally
        {
            if (await FindAsync(provider, name) is { } id)
            {
                await provider.DeletePlaylistAsync(id, CancellationToken.None);
            }
        }

        return await FindAsync(provider, name) is null
            ? Finding.Good($"{credentials.UserName} can create and delete playlists: \"{Name} …\" came and is gone.")
            : Finding.Wrong($"The playlist \"{name}\" was created, but could not be deleted. Delete it by hand.");
    }

    private static async Task<string?> FindAsync(NavidromeProvider provider, string name)
        => (await provider.ListTargetsAsync(CancellationToken.None)).FirstOrDefault(playlist => playlist.Name == name)?.Id;
}
