using System.Security.Cryptography;
using System.Text;

namespace Spotter.Core.Targets;

/// <summary>What a target should be, decided before anything is written.</summary>
/// <param name="TargetId">The target, or null if it is to be created.</param>
/// <param name="Name">Its name.</param>
/// <param name="Comment">Its comment: marker, source, counts.</param>
/// <param name="SongIds">Its content, in order.</param>
public sealed record TargetPlan(string? TargetId, string Name, string Comment, IReadOnlyList<string> SongIds)
{
    /// <summary>A hash of target and content: "apply anyway" approves exactly this plan.</summary>
    public string Fingerprint => FingerprintOf([TargetId ?? "", .. SongIds]);

    /// <summary>A short hash of a list of words, which depends on their order.</summary>
    public static string FingerprintOf(IEnumerable<string> words)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', words))).AsSpan(0, 16));
}
