using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Spotter.Navidrome;

/// <summary>
/// The ids that Navidrome 0.64 derives from earlier ones: every id becomes 128 bits in 22 letters and digits. The rule is that of its
/// migration "uniform canonical ids" (db/migrations/20260720015443), so that stored ids can follow it.
/// </summary>
internal static class NavidromeIds
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const int CanonicalLength = 22;
    private static readonly BigInteger Limit = BigInteger.One << 128;

    /// <summary>The id after the upgrade, or the same id if the upgrade leaves it alone. Applying the rule twice changes nothing
    /// more.</summary>
    public static string Translate(string id) => id.Length switch
    {
        CanonicalLength => Decode(id) is { } value && value >= Limit ? Encode(HashOf(id)) : id,
        32 => FromHex(id) ?? id,
        36 when Guid.TryParseExact(id, "D", out _) => FromHex(id.Replace("-", "", StringComparison.Ordinal)) ?? id,
        _ => id,
    };

    private static string? FromHex(string hex)
        => UInt128.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? Encode(value) : null;

    private static BigInteger? Decode(string id)
    {
        var value = BigInteger.Zero;
        foreach (var letter in id)
        {
            var digit = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            value = (value * Alphabet.Length) + digit;
        }

        return value;
    }

#pragma warning disable CA5351 // not a secret: it is the hash of the server's own migration
    private static BigInteger HashOf(string id) => new(MD5.HashData(Encoding.ASCII.GetBytes(id)), isUnsigned: true, isBigEndian: true);
#pragma warning restore CA5351

    private static string Encode(BigInteger value) => string.Create(CanonicalLength, value, static (text, rest) =>
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            rest = BigInteger.DivRem(rest, Alphabet.Length, out var digit);
            text[i] = Alphabet[(int)digit];
        }
    });
}
