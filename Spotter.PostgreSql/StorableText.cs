using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Spotter.PostgreSql;

/// <summary>
/// Replaces characters that PostgreSQL cannot store: NUL (https://www.postgresql.org/docs/current/datatype-character.html) and halves of surrogate
/// pairs, which have no UTF-8. Such text comes from damaged tags and files. It is replaced in conditions too, so that a row is found by the text
/// with which it was stored.
/// </summary>
internal sealed class StorableText : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Repair(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Repair(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Repair(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Repair(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Repair(command);
        return result;
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Repair(command);
        return ValueTask.FromResult(result);
    }

    /// <summary>Replaces such characters in all parameters of the command.</summary>
    internal static void Repair(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            parameter.Value = parameter.Value switch
            {
                string text => Repair(text),
                IEnumerable<string> texts when texts.Any(text => text is not null && !IsSurelyStorable(text)) => texts.Select(text => text is null ? null : Repair(text)).ToArray(),
                var other => other,
            };
        }
    }

    private static string Repair(string text)
    {
        if (IsSurelyStorable(text))
        {
            return text;
        }

        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            repaired.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        }

        return repaired.ToString();
    }

    // Whole pairs are storable too, but they are rare enough to be copied.
    private static bool IsSurelyStorable(string text) => !text.Contains('\0', StringComparison.Ordinal) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');
}
