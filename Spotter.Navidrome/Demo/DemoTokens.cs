using System.Security.Cryptography;
using System.Text;

namespace Spotter.Navidrome.Demo;

/// <summary>The tokens of Navidrome's native API. They contain the user and the issuing release's ids: the upgrade to 0.64 invalidated old
/// ones.</summary>
internal static class DemoTokens
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    /// <summary>A token for a user.</summary>
    public static string For(DemoUser user, DemoWorld world) => $"{Encode(user.Name)}.{Sign(user, world)}";

    /// <summary>The user of the token, or null if it is not valid.</summary>
    public static DemoUser? Read(string token, DemoWorld world)
        => world.Users.FirstOrDefault(user => string.Equals(For(user, world), token, StringComparison.Ordinal));

    private static string Sign(DemoUser user, DemoWorld world)
        => Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{user.Name}\0{world.Profile.Ids}")));

    private static string Encode(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));
}
