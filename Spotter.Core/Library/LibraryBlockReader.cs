using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Spotter.Core.Persistence;

namespace Spotter.Core.Library;

/// <summary>A stream out of the database: the blocks of one table, one after the other.</summary>
internal sealed class LibraryBlockReader : Stream
{
    private readonly DbCommand _command;
    private readonly DbDataReader _rows;
    private Stream _block = Null;

    public LibraryBlockReader(SpotterDbContext db, int accountId, int part)
    {
        _command = db.Database.GetDbConnection().CreateCommand();
        _command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();

        _command.CommandText = $"""
            SELECT {db.Engine.BeforeBytes}, "Bytes" FROM "LibraryBlocks" WHERE "AccountId" = @account AND "Part" = @part AND "Number" > 0 ORDER BY "Number"
            """;
        Add("@account", accountId);
        Add("@part", part);
        _rows = _command.ExecuteReader(CommandBehavior.SequentialAccess);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            var read = _block.Read(buffer);
            if (read > 0 || buffer.IsEmpty)
            {
                return read;
            }

            _block.Dispose();
            if (!_rows.Read())
            {
                _block = Null;
                return 0;
            }

            _block = _rows.GetStream(1);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _block.Dispose();
            _rows.Dispose();
            _command.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Add(string name, object value)
    {
        var parameter = _command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        _command.Parameters.Add(parameter);
    }
}
