using System.Security.Cryptography;
using System.Text;

namespace Spotter.Navidrome.Demo;

/// <summary>The tokens of Navidrome's own interface. They name the user and the release that gave them: an upgrade to 0.64 made the old ones void.</summary>
internal static class DemoTokens
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    /// <summary>A token for a user.</summary>
    public static string For(DemoUser user, DemoWorld world) => $"{Encode(user.Name)}.{Sign(user, world)}";

    /// <summary>Whose token it is, or null where it is none of ours.</summary>
    public static DemoUser? Read(string token, DemoWorld world)
        => world.Users.FirstOrDefault(user => string.Equals(For(user, world), token, StringComparison.Ordinal));

    private static string Sign(DemoUser user, DemoWorld world)
        => Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{user.Name}\0{world.Profile.Ids}")));

    private static string Encode(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));
}
