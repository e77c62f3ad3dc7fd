using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;

namespace Spotter.Navidrome.Subsonic;

/// <summary>The servers that this process has talked to, by address.</summary>
internal sealed class SubsonicServers(IOptions<ServerOptions> options, TimeProvider clock, ServerProfiles? profiles = null, ServerContacts? contacts = null)
{
    private readonly ConcurrentDictionary<string, SubsonicServer> _servers = new(StringComparer.Ordinal);

    /// <summary>The configured server.</summary>
    public SubsonicServer Configured => _servers.GetOrAdd(options.Value.BaseUrl, text => new SubsonicServer(text, profiles, contacts, clock));
}
