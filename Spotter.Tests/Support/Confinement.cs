using System.Diagnostics;
using System.Net.Sockets;
using System.Net.Http.Headers;
using System.Text;

namespace Spotter.Tests.Support;

/// <summary>
/// Runs a program as a container or a hardened service would: as a user without rights, in a network of its own, without any inotify
/// instance, and with everything read-only except for one folder. It needs Linux with namespaces.
/// </summary>
internal static class Confinement
{
    // Arguments: the user, the umask, the folder that stays writable, the command. Mounts first, while there are rights to mount.
    private const string Script = """
        user=$1 mask=$2 data=$3; shift 3
        ip link set lo up || exit 91
        mount --make-rprivate / || exit 92
        mount --bind "$data" "$data" || exit 93
        while read -r _ place type _; do
            place=$(printf '%b' "$place")
            case "$type:$place" in proc:*|sysfs:*|devpts:*|*:/dev|*:/dev/*|*:"$data") ;; *) mount -o remount,bind,ro "$place" 2>/dev/null || true ;; esac
        done < /proc/self/mounts
        touch /tmp/spotter-writable 2>/dev/null && exit 94
        umask "$mask"
        drop=
        if [ "$user" != 0 ]; then drop="setpriv --reuid=$user --regid=$user --clear-groups --bounding-set=-all --inh-caps=-all --no-new-privs"; fi
        exec $drop unshare -U -r sh -c 'echo 0 > /proc/sys/user/max_inotify_instances && exec setpriv --bounding-set=-all --inh-caps=-all "$@"' sh "$@"
        """;

    // Somebody who owns nothing on this machine; a user without rights stays who they are.
    private const int Nobody = 65534;

    private static int User => Environment.IsPrivilegedProcess ? Nobody : 0;

    /// <summary>Why this is not possible here, or null.</summary>
    public static string? WhyNot { get; } = FindWhyNot();

    /// <summary>The command that confines another command.</summary>
    public static IReadOnlyList<string> Through(string data, string umask)
    {
        IReadOnlyList<string> own = Environment.IsPrivilegedProcess ? ["unshare", "-m", "-n"] : ["unshare", "-U", "-r", "-m", "-n"];
        return [.. own, "sh", "-c", Script, "sh", $"{User}", umask, data];
    }

    /// <summary>Gives a folder to the user who runs confined.</summary>
    public static void HandOver(string folder)
    {
        if (Environment.IsPrivilegedProcess)
        {
            using var chown = Process.Start("chown", ["-R", $"{Nobody}:{Nobody}", folder]);
            chown.WaitForExit();
            Assert.Equal(0, chown.ExitCode);
        }
    }

    /// <summary>A client that reaches a confined program by its socket.</summary>
    public static HttpClient Connect(string socket, string userName, string password)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellationToken);
                return new NetworkStream(connection, ownsSocket: true);
            },
        };
        return new HttpClient(handler)
        {
            BaseAddress = new Uri("http://127.0.0.1"),
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}"))) },
        };
    }

    private static string? FindWhyNot()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "Only Linux has namespaces.";
        }

        try
        {
            using var folder = new TemporaryFolder();
            var command = Through(folder.Path, "077");
            HandOver(folder.Path);
            using var trial = Process.Start(new ProcessStartInfo(command[0], [.. command.Skip(1), "true"]) { RedirectStandardError = true })!;
            var why = trial.StandardError.ReadToEnd();
            trial.WaitForExit();
            return trial.ExitCode == 0 ? null : $"This system gives tests no namespaces of their own ({trial.ExitCode}): {why.Trim()}";
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return $"There is no unshare (util-linux): {exception.Message}";
        }
    }
}
