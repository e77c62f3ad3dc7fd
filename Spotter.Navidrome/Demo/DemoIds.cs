using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Spotter.Navidrome.Demo;

/// <summary>Creates ids. The same names give the same id at every start.</summary>
internal static class DemoIds
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const int Letters = 22;

    /// <summary>The id for these names: 128 bits in 22 letters and digits, like Navidrome's.</summary>
    public static string For(params ReadOnlySpan<string> names) => Encode(Hash(names));

    /// <summary>A UUID for these names, like MusicBrainz ids.</summary>
    public static string UuidFor(params ReadOnlySpan<string> names)
    {
        var bytes = Hash(names);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>22 letters and digits that usually exceed 128 bits, like those of Navidrome 0.55 to 0.63.</summary>
    public static string RandomFor(params ReadOnlySpan<string> names)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', names)));
        return string.Create(Letters, bytes, (text, hash) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = Alphabet[hash[i] % Alphabet.Length];
            }
        });
    }

    /// <summary>A hash of 32 hexadecimal digits for these names, like those of Navidrome before 0.55.</summary>
    public static string HashFor(params ReadOnlySpan<string> names) => Convert.ToHexStringLower(Hash(names));

    /// <summary>A new unique name to make an id from.</summary>
    public static string Unique() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The id after an upgrade to Navidrome 0.64, by the rule of its migration.</summary>
#pragma warning disable CA5351 // MD5 is what that migration uses
    public static string Upgraded(string id) => id.Length switch
    {
        Letters when Decode(id) is { } number => number.GetByteCount(isUnsigned: true) <= 16 ? id : Encode(MD5.HashData(Encoding.ASCII.GetBytes(id))),
        32 when id.All(char.IsAsciiHexDigit) => Encode(Convert.FromHexString(id)),
        36 when Guid.TryParseExact(id, "D", out var guid) => Encode(guid.ToByteArray(bigEndian: true)),
        _ => id,
    };
#pragma warning restore CA5351

    private static byte[] Hash(ReadOnlySpan<string> names) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', names)))[..16];

    private static string Encode(byte[] bytes)
    {
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        Span<char> text = stackalloc char[Letters];
        for (var i = text.Length - 1; i >= 0; i--)
        {
            number = BigInteger.DivRem(number, Alphabet.Length, out var digit);
            text[i] = Alphabet[int.CreateChecked(digit)];
        }

        return new string(text);
    }

    private static BigInteger? Decode(string id)
    {
        var number = BigInteger.Zero;
        foreach (var letter in id)
        {
            var digit = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            number = (number * Alphabet.Length) + digit;
        }

        return number;
    }
}
