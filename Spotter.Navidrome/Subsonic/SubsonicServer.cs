using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Providers;
using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Navidrome.Subsonic;

/// <summary>What calls have taught about one server: shared by all its accounts, and kept over a restart where there is a store.</summary>
internal sealed class SubsonicServer(string configured, ServerProfiles? store, ServerContacts? contacts, TimeProvider clock)
{
    /// <summary>gonic allows a request five seconds from its first byte to the last byte of the answer, and looks up every song.</summary>
    private const int SongsPerRequestOnGonic = 2_000;

    /// <summary>
    /// The maximum number of parameters of Go's form reader (net/url, since its releases of January 2026, 1.24.12 and 1.25.6), which
    /// refuses a call with more as a whole. Seen on Navidrome 0.60.0, 0.63.2 and 0.64.
    /// </summary>
    private const int ParametersOfGo = 10_000;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _refusedScanStatus = new(StringComparer.OrdinalIgnoreCase);
    private volatile ServerProfile _profile = new();
    private volatile bool _isLoaded;
    private volatile bool _hasAnswered;
    private bool _isChanged;

    /// <summary>Its address, without a slash at the end.</summary>
    public Uri BaseAddress { get; } = SubsonicAddress.Parse(configured);

    /// <summary>What is known about it.</summary>
    public ServerProfile Profile => _profile;

    /// <summary>The kind of login: token, until the server says that it does not support it.</summary>
    public SubsonicLoginKind Login => Profile.TakesTokens is false ? SubsonicLoginKind.Password : SubsonicLoginKind.Token;

    /// <summary>Its version, or null.</summary>
    public string? Version => Profile.Version;

    /// <summary>Whether it has ever answered, now or before a restart.</summary>
    public bool IsKnown => _hasAnswered || Profile.SeenAt is not null;

    /// <summary>Whether it is Navidrome.</summary>
    public bool IsNavidrome => string.Equals(Profile.Type, "navidrome", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is gonic.</summary>
    public bool IsGonic => string.Equals(Profile.Type, "gonic", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether to try two quotes first for "search for everything".</summary>
    public bool AsksWithQuotes => Profile.QuotesFindEverything ?? (IsNavidrome || IsGonic || Profile.SpeaksExtensions);

    /// <summary>The number of songs on a page of the library: 500 everywhere, 2,000 if the server is known to handle it.</summary>
    public int SongsPerPage => IsNavidrome ? 2_000 : 500;

    /// <summary>The number of songs in one write: what the server was seen, or is known, to accept. The rest is appended.</summary>
    public int SongsPerRequest
        => Math.Clamp(
            (Profile.MaxParameters ?? (CountsParameters(Profile.Type, Profile.Version) ? ParametersOfGo : int.MaxValue)) - SubsonicClient.ParametersBesideSongs,
            1,
            IsGonic ? SongsPerRequestOnGonic : int.MaxValue);

    /// <summary>Its name in sentences.</summary>
    public ServerName Name => ServerName.Of(Profile.Type);

    /// <summary>Whether to try replacing a playlist's songs with none. Navidrome is known to leave the playlist alone.</summary>
    public bool MayEmptyByReplacing => Profile.EmptiesByReplacing ?? !IsNavidrome;

    /// <summary>Whether it may accept covers for playlists. Navidrome does from 0.61 on, if its native API can be reached.</summary>
    public bool MayTakeCovers => Profile.TakesCovers ?? KnowsCovers(Profile.Type, Profile.Version);

    /// <summary>Whether its native API says that a playlist or an album has no picture, for which the protocol returns one that the server
    /// makes up. Navidrome's does from 0.64 on.</summary>
    public bool MayTellAbsentImages => IsNavidromeFrom(Profile.Type, Profile.Version, new Version(0, 64));

    /// <summary>Loads what was known before the last restart, once.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_isLoaded || store is null)
        {
            return;
        }

        // Two loads at once read the same.
        var known = await store.LoadAsync(configured, cancellationToken);
        lock (_gate)
        {
            // A server that has answered in the meantime is better known already.
            _profile = _profile.SeenAt is null ? known ?? _profile : _profile;
        }

        _isLoaded = true;
    }

    /// <summary>Stores what is new.</summary>
    public async Task KeepAsync()
    {
        ServerProfile profile;
        lock (_gate)
        {
            if (!_isChanged)
            {
                return;
            }

            _isChanged = false;
            profile = _profile;
        }

        if (store is not null)
        {
            await store.SaveAsync(configured, profile, CancellationToken.None);
        }
    }

    /// <summary>Notes how a contact went.</summary>
    /// <param name="problem">Why it failed; null where the server answered.</param>
    public Task NoteContactAsync(Fact? problem)
        => contacts is null ? Task.CompletedTask
            : problem is null ? contacts.NoteAnswerAsync(configured)
            : contacts.NoteFailureAsync(configured, problem);

    /// <summary>Notes who answered. Another version is another server, of which nothing is known.</summary>
    public void Learn(SubsonicReply reply)
    {
        _hasAnswered = true;
        if (Profile is { SeenAt: not null } known && known.Type == reply.Type && known.Version == reply.ServerVersion && known.SpeaksExtensions == reply.OpenSubsonic)
        {
            return;
        }

        Learn(profile => new ServerProfile
        {
            Type = reply.Type,
            Version = reply.ServerVersion,
            SpeaksExtensions = reply.OpenSubsonic,
            SeenAt = clock.GetUtcNow(),
            // The login that led to this very answer is certain.
            TakesTokens = profile.SeenAt is null ? profile.TakesTokens : null,
            TakesCovers = KnowsCovers(reply.Type, reply.ServerVersion) ? null : false,
        });
    }

    /// <summary>Records a property of the server.</summary>
    public void Learn(Func<ServerProfile, ServerProfile> learn)
    {
        lock (_gate)
        {
            var learnt = learn(_profile);
            if (learnt != _profile)
            {
                _profile = learnt;
                _isChanged = true;
            }
        }
    }

    /// <summary>Records that a call was refused as too large: the limit is Go's, or half of what was sent.</summary>
    public void LearnTooMuch(int parameters)
        => Learn(profile => profile with
        {
            MaxParameters = Math.Min(parameters > ParametersOfGo ? ParametersOfGo : parameters / 2, profile.MaxParameters ?? int.MaxValue),
        });

    /// <summary>Records whether tokens are supported.</summary>
    public void LearnLogin(SubsonicLoginKind kind) => Learn(profile => profile with { TakesTokens = kind == SubsonicLoginKind.Token });

    /// <summary>Records which fields songs have here.</summary>
    public void Learn(IReadOnlyList<Child> songs)
    {
        if (songs is [var song, ..])
        {
            Learn(profile => profile with
            {
                NamesIsrcs = song.Isrc is not null,
                NamesRecordings = song.MusicBrainzId is not null,
                NamesArtists = song.Artists is not null,
            });
        }
    }

    /// <summary>Records which fields playlists have here.</summary>
    public void Learn(IReadOnlyList<WirePlaylist> playlists)
    {
        if (playlists is [var playlist, ..])
        {
            Learn(profile => profile with { DatesPlaylists = playlist.Changed is not null, MarksReadOnly = playlist.Readonly is not null });
        }
    }

    /// <summary>Whether this user was refused the scan status. There is no point in asking again until Spotter restarts.</summary>
    public bool IsRefusedScanStatus(string userName)
    {
        lock (_gate)
        {
            return _refusedScanStatus.Contains(userName);
        }
    }

    /// <summary>Records that this user may not ask for the scan status.</summary>
    public void RefuseScanStatus(string userName)
    {
        lock (_gate)
        {
            _refusedScanStatus.Add(userName);
        }
    }

    private static bool KnowsCovers(string? type, string? version) => IsNavidromeFrom(type, version, new Version(0, 61));

    /// <summary>Whether it is known to be built with a Go that limits parameters. An older release may have been too, which a call
    /// shows.</summary>
    private static bool CountsParameters(string? type, string? version)
        => string.Equals(type, "gonic", StringComparison.OrdinalIgnoreCase) || IsNavidromeFrom(type, version, new Version(0, 60));

    /// <summary>The version is a text like "0.63.2 (be10f89c)" or "0.61.0-SNAPSHOT".</summary>
    private static bool IsNavidromeFrom(string? type, string? version, Version first)
        => string.Equals(type, "navidrome", StringComparison.OrdinalIgnoreCase)
            && System.Version.TryParse(string.Concat((version ?? "").TakeWhile(c => char.IsAsciiDigit(c) || c == '.')), out var number)
            && number >= first;
}
