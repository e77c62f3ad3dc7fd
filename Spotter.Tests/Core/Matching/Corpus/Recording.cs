using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Matching.Corpus;

/// <summary>A recording of the invented catalogue: however many songs of the library hold it, each of them is right for it.</summary>
/// <param name="Artists">Who is credited.</param>
/// <param name="Name">The song's name.</param>
/// <param name="Version">What tells it from other recordings of the song; empty for the plain one.</param>
/// <param name="Milliseconds">How long it is; the library has whole seconds.</param>
/// <param name="Isrc">Its code, or null.</param>
internal sealed record Recording(string[] Artists, string Name, string Version, int Milliseconds, string? Isrc)
{
    /// <summary>The songs that hold it.</summary>
    public List<Song> Songs { get; } = [];

    /// <summary>Whether the library holds another version of the song by the same artist.</summary>
    public bool HasOthers { get; set; }

    public string Title => Name + Version;
}
