using System.Net;
using System.Net.Sockets;

namespace Spotter.Tests.Support;

/// <summary>Finds a free port of this machine, for programs that must be told which one to use.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
