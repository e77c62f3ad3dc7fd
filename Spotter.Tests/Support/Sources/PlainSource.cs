using Spotter.Core.Facts;
using Spotter.Core.Providers;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Support.Sources;

/// <summary>A source in memory that accepts any user name, has one playlist, and recognises its links. It is for tests of the code in front
/// of a source.</summary>
internal sealed class PlainSource : ISourceFactory, ILinkReader, IConnectedSource
{
    private static readonly SourcePlaylist Only = new(new("sea", "Sea songs", 1), [CoreHost.Track("One")]);

    public string Kind => "plain";

    public string DisplayName => "Plain";

    public Fact Summary => new Fact.SaidBefore("A source for tests.");

    public IReadOnlyList<SourceField> Fields { get; } = [new("user", new Fact.UserNameField()) { IsRequired = true }];

    public string LinkExample => "https://plain.example/sea";

    public IConnectedSource Open(SourceSession session) => this;

    public string? FindRemoteId(Uri link) => link.Host == "plain.example" ? link.AbsolutePath.Trim('/') : null;

    public LinkAdvice? Advise(Uri link) => null;

    public Task<SourceOwner> CheckAsync(CancellationToken cancellationToken) => Task.FromResult(new SourceOwner("ann", "ann"));

    public Task<IReadOnlyList<SourcePlaylistSummary>> ListPlaylistsAsync(CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<SourcePlaylistSummary>>([Only.Summary]);

    public Task<SourcePlaylist?> GetPlaylistAsync(string remoteId, CancellationToken cancellationToken)
        => Task.FromResult(remoteId == Only.Summary.RemoteId ? Only : null);
}
