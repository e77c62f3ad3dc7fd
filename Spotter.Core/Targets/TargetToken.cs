using System.Buffers;
using System.Security.Cryptography;

namespace Spotter.Core.Targets;

/// <summary>The random token in the name under which a target is created: whatever carries it is provably ours, whoever lost the reply.</summary>
public static class TargetToken
{
    private const string Opening = " (spotter-";
    private const char Closing = ')';
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>A fresh token.</summary>
    public static string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>The name that a target has until it is whole.</summary>
    public static string NameWith(string name, string token) => $"{name}{Opening}{token}{Closing}";

    /// <summary>Whether the name carries this token.</summary>
    public static bool IsIn(string name, string token) => name.EndsWith($"{Opening}{token}{Closing}", StringComparison.Ordinal);

    /// <summary>Whether the name carries any token of ours, so that the list is one in the making.</summary>
    public static bool IsIn(string name)
        => name.EndsWith(Closing) && name.LastIndexOf(Opening, StringComparison.Ordinal) is >= 0 and var start
            && name.Length - start - Opening.Length - 1 == 16
            && !name.AsSpan(start + Opening.Length, 16).ContainsAnyExcept(HexDigits);
}
