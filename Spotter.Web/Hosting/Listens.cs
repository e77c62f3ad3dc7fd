namespace Spotter.Web.Hosting;

/// <summary>What each user hears: one song at a time, in whichever tab or on whichever device they started it last.</summary>
public sealed class Listens(TimeProvider clock, IHostApplicationLifetime lifetime)
{
    /// <summary>A browser reads ahead and then waits. Twenty seconds of sound are heard by then, with some patience for the network.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private const int RememberedPlays = 16;

    private readonly Lock _gate = new();
    private readonly Dictionary<int, Player> _players = [];

    /// <summary>Begins a stream and ends the user's previous one.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="play">
    /// The browser's name for what it plays. A browser asks several times for parts of one file, and asks again for a part that was
    /// interrupted: by its name, a play that another one has ended stays ended.
    /// </param>
    /// <param name="aborted">Signals that the browser has gone away.</param>
    /// <returns>The stream's end, to be disposed; or null if another play has ended this one.</returns>
    public Listen? Begin(int userId, string play, CancellationToken aborted)
    {
        Listen listen;
        Listen? before;
        lock (_gate)
        {
            if (!_players.TryGetValue(userId, out var player))
            {
                _players[userId] = player = new Player(play);
            }

            if (player.HasEnded(play))
            {
                return null;
            }

            player.GoOnTo(play);
            before = player.Current;
            player.Current = listen = new Listen(clock, aborted, lifetime.ApplicationStopping);
        }

        before?.End();
        return listen;
    }

    private sealed class Player(string play)
    {
        private readonly Queue<string> _ended = new();
        private string _play = play;

        public Listen? Current { get; set; }

        public bool HasEnded(string play) => _ended.Contains(play, StringComparer.Ordinal);

        public void GoOnTo(string play)
        {
            if (play == _play)
            {
                return;
            }

            _ended.Enqueue(_play);
            _play = play;
            if (_ended.Count > RememberedPlays)
            {
                _ended.Dequeue();
            }
        }
    }
}
