using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Matching.Corpus;

/// <summary>A recording of the invented catalogue. Any song of the library that holds it is a right answer.</summary>
/// <param name="Artists">The credited artists.</param>
/// <param name="Name">The song's name.</param>
/// <param name="Version">What distinguishes it from other recordings of the song; empty for the plain one.</param>
/// <param name="Milliseconds">The length. The library has whole seconds.</param>
/// <param name="Isrc">The recording code, or null.</param>
internal sealed record Recording(string[] Artists, string Name, string Version, int Milliseconds, string? Isrc)
{
    /// <summary>The songs that hold it.</summary>
    public List<Song> Songs { get; } = [];

    /// <summary>Whether the library holds another version of the song by the same artist.</summary>
    public bool HasOthers { get; set; }

    public string Title => Name + Version;
}
