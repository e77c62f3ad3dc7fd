using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Spotter.Core.Library;

/// <summary>A stream into the database: cuts what is written into blocks, a row each.</summary>
internal sealed class LibraryBlockWriter : Stream
{
    // Large enough for little overhead, small enough to be handled anywhere.
    private const int BlockSize = 1 << 20;

    private readonly DbCommand _command;
    private readonly byte[] _block = new byte[BlockSize];
    private int _filled;
    private int _number = 1;

    public LibraryBlockWriter(DbContext db, int accountId, int part)
    {
        _command = db.Database.GetDbConnection().CreateCommand();
        _command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        _command.CommandText = """INSERT INTO "LibraryBlocks" ("AccountId", "Part", "Number", "Bytes") VALUES (@account, @part, @number, @bytes)""";
        Add("@account", accountId);
        Add("@part", part);
        Add("@number", 0);
        Add("@bytes", null);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Writes the row that says which songs of the part are gone.</summary>
    public Task WriteRemovedAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        (_command.Parameters[2].Value, _command.Parameters[3].Value) = (0, bytes);
        return _command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var taken = Math.Min(buffer.Length, BlockSize - _filled);
            buffer[..taken].CopyTo(_block.AsSpan(_filled));
            buffer = buffer[taken..];
            _filled += taken;
            if (_filled == BlockSize)
            {
                WriteBlock();
            }
        }
    }

    /// <summary>Does nothing: a block is written when it is full, the last one at the end.</summary>
    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            if (_filled > 0)
            {
                WriteBlock();
            }

            _command.Dispose();
        }

        base.Dispose(disposing);
    }

    private void WriteBlock()
    {
        (_command.Parameters[2].Value, _command.Parameters[3].Value) = (_number++, _filled == BlockSize ? _block : _block[.._filled]);
        _command.ExecuteNonQuery();
        _filled = 0;
    }

    private void Add(string name, object? value)
    {
        var parameter = _command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        _command.Parameters.Add(parameter);
    }
}
