using System.Buffers;
using System.Security.Cryptography;

namespace Spotter.Core.Targets;

/// <summary>The random token in the name under which a target is created. A list with the token is provably ours, even if the reply was
/// lost.</summary>
public static class TargetToken
{
    private const string Opening = " (spotter-";
    private const char Closing = ')';
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Creates a token.</summary>
    public static string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>The name of a target until it is complete.</summary>
    public static string NameWith(string name, string token) => $"{name}{Opening}{token}{Closing}";

    /// <summary>Whether the name has this token.</summary>
    public static bool IsIn(string name, string token) => name.EndsWith($"{Opening}{token}{Closing}", StringComparison.Ordinal);

    /// <summary>Whether the name has any token of Spotter's, so that the list is still being created.</summary>
    public static bool IsIn(string name)
        => name.EndsWith(Closing) && name.LastIndexOf(Opening, StringComparison.Ordinal) is >= 0 and var start
            && name.Length - start - Opening.Length - 1 == 16
            && !name.AsSpan(start + Opening.Length, 16).ContainsAnyExcept(HexDigits);
}
