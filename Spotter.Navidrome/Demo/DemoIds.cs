using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Spotter.Navidrome.Demo;

/// <summary>Ids in Navidrome's shape: 128 bits in 22 letters and digits. The same names give the same id at every start.</summary>
internal static class DemoIds
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>The id of the thing with these names.</summary>
    public static string For(params ReadOnlySpan<string> names) => Encode(Hash(names));

    /// <summary>A UUID for the thing with these names, as MusicBrainz would give.</summary>
    public static string UuidFor(params ReadOnlySpan<string> names)
    {
        var bytes = Hash(names);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>A new id that nothing else has.</summary>
    public static string New() => Encode(RandomNumberGenerator.GetBytes(16));

    private static byte[] Hash(ReadOnlySpan<string> names) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', names)))[..16];

    private static string Encode(byte[] bytes)
    {
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        Span<char> text = stackalloc char[22];
        for (var i = text.Length - 1; i >= 0; i--)
        {
            number = BigInteger.DivRem(number, 62, out var digit);
            text[i] = Alphabet[(int)digit];
        }

        return new string(text);
    }
}
