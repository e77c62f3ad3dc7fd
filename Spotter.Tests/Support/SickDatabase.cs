using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Spotter.Core.Persistence;

namespace Spotter.Tests.Support;

/// <summary>
/// A database that works until one of the writes and commits that a process sends. That one fails, and if the fault lasts, so do all that
/// follow until it is removed. After a power cut nothing from the process reaches the database or, through <see cref="CheckPower"/>, the
/// server.
/// </summary>
internal sealed partial class SickDatabase : IDbTransactionInterceptor, IDbCommandInterceptor, IDbConnectionInterceptor
{
    private const string Commit = "commit";

    private readonly List<string> _sent = [];
    private Ailment? _ailment;
    private int _at;
    private bool _isLasting;
    private bool _isDark;

    /// <summary>Every write and commit so far.</summary>
    public IReadOnlyList<string> Sent => _sent;

    /// <summary>The number of failures so far.</summary>
    public int Fired { get; private set; }

    /// <summary>Whether the power is out.</summary>
    public bool IsDark => _isDark;

    /// <summary>Whether this fault can occur at such a statement.</summary>
    public static bool Reaches(Ailment ailment, string sent)
        => sent == Commit || ailment is not (Ailment.BrokenAfterwards or Ailment.PowerCut or Ailment.PowerCutAfterwards);

    /// <summary>Starts counting from zero. Without a fault it only observes.</summary>
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
            Send(Commit); // outside a transaction, a write is its own commit
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

    // The operation that just ended is the last one sent: a process that is counted does one thing at a time.
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
