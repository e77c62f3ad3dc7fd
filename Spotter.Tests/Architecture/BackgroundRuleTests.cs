using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using Spotter.Core.Background;
using Spotter.Core.Playlists;
using Spotter.Tests.Support;

namespace Spotter.Tests.Architecture;

/// <summary>Rules for everything that runs in the background.</summary>
public sealed partial class BackgroundRuleTests
{
    [Fact]
    public void Every_write_of_a_run_asks_for_its_lease()
    {
        // Code that holds a lease belongs to a run. SyncLeases is the one way to write, and the audit log writes in the transaction that it
        // is given.
        string[] doors = ["SyncLeases.cs", "SyncEventLog.cs"];
        var ofRuns = Repository.Files("Spotter.Core", ".cs").Where(file => !doors.Contains(file.Name) && file.Code.Contains("SyncLease lease", StringComparison.Ordinal)).ToList();
        Assert.Contains(ofRuns, file => file.Name == "TargetCreation.cs");

        // A write that goes another way must make sure that no run holds the playlist.
        Rule.HasNoException(
            from file in ofRuns
            from member in Member().Split(file.Code)
            where Write().IsMatch(member) && !member.Contains("leases.WriteAsync(", StringComparison.Ordinal) && !member.Contains("LeaseId == null", StringComparison.Ordinal)
            select $"{file.Path}: {member.Trim().Split('\n')[0]}");
    }

    [Fact]
    public void Whatever_goes_on_in_the_background_outlives_its_failures()
        => Rule.HasNoException(new[] { typeof(Playlist).Assembly, typeof(Program).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsAssignableTo(typeof(BackgroundService)) && !type.IsAssignableTo(typeof(RepeatedWork))));

    [Fact]
    public void A_database_is_wired_with_the_queue_of_its_writers()
        => Rule.HasNoException(Repository.Files(".", ".cs").Where(file => file.Path.StartsWith("Spotter.", StringComparison.Ordinal)
            && file.Code.Contains(".UseSqlite(", StringComparison.Ordinal) && file.Name is not "SqliteEngine.cs"));

    [GeneratedRegex(@"\b(?:SaveChangesAsync|ExecuteUpdateAsync|ExecuteDeleteAsync|BeginTransactionAsync)\(|\bMatchRecorder\.StoreAsync\(")]
    private static partial Regex Write();

    /// <summary>The start of a member: four blanks and a character that is neither a blank nor a brace.</summary>
    [GeneratedRegex(@"^ {4}(?=[^\s{}])", RegexOptions.Multiline)]
    private static partial Regex Member();
}
