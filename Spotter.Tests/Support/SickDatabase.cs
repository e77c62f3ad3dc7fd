using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Spotter.Core.Persistence;

namespace Spotter.Tests.Support;

/// <summary>
/// A database that is well until one of the writes and commits that a process sends it: that one fails, and where it lasts all that come after it, until
/// the fault is taken away. After a power cut nothing of the process reaches the database at all, nor, by <see cref="CheckPower"/>, the server.
/// </summary>
internal sealed partial class SickDatabase : IDbTransactionInterceptor, IDbCommandInterceptor, IDbConnectionInterceptor
{
    private const string Commit = "commit";

    private readonly List<string> _sent = [];
    private Ailment? _ailment;
    private int _at;
    private bool _isLasting;
    private bool _isDark;

    /// <summary>Every write and commit since the beginning.</summary>
    public IReadOnlyList<string> Sent => _sent;

    /// <summary>How often something failed.</summary>
    public int Fired { get; private set; }

    /// <summary>Whether the power is out.</summary>
    public bool IsDark => _isDark;

    /// <summary>Whether an ailment can come at such a moment.</summary>
    public static bool Reaches(Ailment ailment, string sent)
        => sent == Commit || ailment is not (Ailment.BrokenAfterwards or Ailment.PowerCut or Ailment.PowerCutAfterwards);

    /// <summary>Begins to count again; with no ailment, to watch.</summary>
    public void Begin(Ailment? ailment = null, int at = 0, bool isLasting = false)
    {
        _sent.Clear();
        (_ailment, _at, _isLasting, Fired, _isDark) = (ailment, at, isLasting, 0, false);
    }

    /// <exception cref="PowerCutException">The power is out.</exception>
    public void CheckPower()
    {
        if (_isDark)
        {
            throw new PowerCutException();
        }
    }

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        CheckPower();
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Send(Commit);
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        End();
        return Task.CompletedTask;
    }

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Execute(command);
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Execute(command);
        if (command.Transaction is null && Writing().IsMatch(command.CommandText))
        {
            Send(Commit); // on its own it is a transaction of its own
        }

        return ValueTask.FromResult(result);
    }

    public ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null && Writing().IsMatch(command.CommandText))
        {
            End();
        }

        return ValueTask.FromResult(result);
    }

    private void Execute(DbCommand command)
    {
        CheckPower();
        if (Writing().Match(command.CommandText) is { Success: true } write)
        {
            Send(WhiteSpace().Replace(write.Value.Trim(), " "));
        }
    }

    private void Send(string what)
    {
        CheckPower();
        var isMeant = IsMeant(_sent.Count);
        _sent.Add(what);
        if (isMeant && _ailment is { } ailment and not (Ailment.BrokenAfterwards or Ailment.PowerCutAfterwards))
        {
            Fail(ailment);
        }
    }

    // What has just ended is the last that was sent: a process that is counted does one thing at a time.
    private void End()
    {
        if (IsMeant(_sent.Count - 1) && _ailment is { } ailment and (Ailment.BrokenAfterwards or Ailment.PowerCutAfterwards))
        {
            Fail(ailment);
        }
    }

    private bool IsMeant(int number) => _ailment is not null && (_isLasting ? number >= _at : number == _at);

    private void Fail(Ailment ailment)
    {
        Fired++;
        throw ailment switch
        {
            Ailment.Locked => new DatabaseBusyException(),
            Ailment.Full => new SqliteException("SQLite Error 13: 'database or disk is full'.", 13),
            Ailment.ReadOnly => new SqliteException("SQLite Error 8: 'attempt to write a readonly database'.", 8),
            Ailment.Broken or Ailment.BrokenAfterwards => new SqliteException("SQLite Error 10: 'disk I/O error'.", 10),
            _ => Darken(),
        };
    }

    private PowerCutException Darken()
    {
        _isDark = true;
        return new PowerCutException();
    }

    [GeneratedRegex("""(?:^|;)\s*(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|REPLACE\s+INTO)\s+"\w+"\s""", RegexOptions.IgnoreCase)]
    private static partial Regex Writing();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
