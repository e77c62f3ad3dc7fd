namespace Spotter.Core.Matching.Text;

/// <summary>A word or phrase that says something about a recording, not about the song.</summary>
/// <param name="Words">Its words as keys.</param>
/// <param name="Kinds">The version that it names. <see cref="VersionKinds.None"/> for decoration.</param>
/// <param name="Place">Where it must be.</param>
/// <param name="TakesAll">Whether it makes everything beside it decoration: "2011 remaster by somebody".</param>
/// <param name="Bare">Whether it is also understood at the end of a title without bracket or dash.</param>
internal sealed record MusicWord(string[] Words, VersionKinds Kinds, WordPlace Place, bool TakesAll, bool Bare);
