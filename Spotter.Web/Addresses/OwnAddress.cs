using System.Net;
using System.Net.Sockets;

namespace Spotter.Web.Addresses;

/// <summary>How another process on this machine reaches a Spotter with the same configuration, whatever it listens on.</summary>
public sealed class OwnAddress
{
    private const string UnixSocket = "http://unix:";

    private readonly string? _socket;

    private OwnAddress(Uri address, string? socket, string? host) => (Address, _socket, Host) = (address, socket, host);

    /// <summary>The address on this machine.</summary>
    public Uri Address { get; }

    /// <summary>The host name to ask for, where AllowedHosts would refuse the address itself; null if none is needed.</summary>
    public string? Host { get; }

    /// <summary>Finds the address.</summary>
    /// <returns>Null if the port is chosen anew at each start.</returns>
    public static OwnAddress? Find(IConfiguration configuration)
    {
        var configured = ListenAddresses.Find(configuration);
        IReadOnlyList<string> all = configured.Count == 0 ? [ListenAddresses.Default] : configured;
        var host = FindHost(configuration[HostNames.Setting]);
        if (all.FirstOrDefault(address => address.StartsWith(UnixSocket, StringComparison.OrdinalIgnoreCase)) is { } unix)
        {
            return new(new Uri("http://localhost"), unix[UnixSocket.Length..], host);
        }

        // Without TLS if there is a choice. "*" and "+" are any address, and none that a Uri accepts.
        var addresses = all.Select(address => address.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal))
            .Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null).OfType<Uri>()
            .OrderBy(address => address.Scheme == Uri.UriSchemeHttp ? 0 : 1).ToList();
        return addresses.FirstOrDefault() is { Port: > 0 } first ? new(OnThisMachine(first), null, host) : null;
    }

    /// <summary>A client for this address. It accepts any certificate: the connection does not leave this machine, and the certificate has
    /// another name.</summary>
    public HttpClient CreateClient(TimeSpan timeout)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null;
        if (_socket is { } path)
        {
            handler.ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch (SocketException)
                {
                    socket.Dispose();
                    throw;
                }
            };
        }

        var client = new HttpClient(handler) { BaseAddress = Address, Timeout = timeout };
        client.DefaultRequestHeaders.Host = Host;
        return client;
    }

    /// <summary>For display.</summary>
    public override string ToString() => _socket ?? Address.GetLeftPart(UriPartial.Authority);

    private static Uri OnThisMachine(Uri address)
    {
        var host = IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip)
            ? ip.Equals(IPAddress.Any) ? "127.0.0.1" : ip.Equals(IPAddress.IPv6Any) ? "[::1]" : address.Host
            : address.Host == "localhost" ? address.Host : "127.0.0.1"; // the web server takes any other name as "any address"
        return new UriBuilder(address.Scheme, host, address.Port).Uri;
    }

    private static string? FindHost(string? allowed)
        => allowed?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, ..] names && !names.Contains("*")
            ? first.StartsWith("*.", StringComparison.Ordinal) ? "spotter" + first[1..] : first
            : null;
}
