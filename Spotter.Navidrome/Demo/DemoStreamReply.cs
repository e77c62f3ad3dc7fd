namespace Spotter.Navidrome.Demo;

/// <summary>A song that is being sent.</summary>
/// <param name="Sound">The bytes.</param>
/// <param name="ContentType">Their media type.</param>
internal sealed record DemoStreamReply(DemoSound Sound, string ContentType)
{
    public required DemoSong Song { get; init; }

    /// <summary>The first and last byte, or null for the whole file. The first may lie behind the end.</summary>
    public (long From, long To)? Range { get; init; }

    /// <summary>Whether it is converted on the way: nobody knows its length then, and there are no ranges.</summary>
    public bool IsConverted { get; init; }
}
