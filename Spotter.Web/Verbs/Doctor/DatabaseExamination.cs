using System.Runtime.CompilerServices;
using Spotter.Web.Settings;

namespace Spotter.Web.Verbs.Doctor;

/// <summary>Whether the database is there, sound, writable, and of this version.</summary>
public sealed class DatabaseExamination(DatabaseCondition condition, SpotterSettings settings) : IExamination
{
    public string Title => "Database";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (state, problem) = await condition.FindAsync(cancellationToken);
        var place = settings.Database.Place;
        yield return state switch
        {
            DatabaseState.Missing => Finding.Note($"There is no database yet. Spotter creates {place} when it starts."),
            DatabaseState.Away => Finding.Wrong($"The database server does not answer ({problem}). Start it, or correct ConnectionStrings:Spotter."),
            DatabaseState.Older => Finding.Note($"The database {place} is of an older version. Spotter updates it when it starts; make a backup before."),
            DatabaseState.Current => Finding.Good($"The database {place} is sound, can be written, and is of this version."),
            DatabaseState.Newer => Finding.Wrong($"A newer version of Spotter has updated the database {place}. Install that version, or restore the backup from before the upgrade."),
            DatabaseState.Unusable => Finding.Wrong($"The database {place} cannot be used ({problem}). Check its permissions and its disk; if it is damaged, restore a backup."),
        };
    }
}
