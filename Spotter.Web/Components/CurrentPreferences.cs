using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Persistence;

namespace Spotter.Web.Components;

/// <summary>How the user of this circuit likes the pages: read once, changed here, and known to the layout at once.</summary>
public sealed class CurrentPreferences(IDbContextFactory<SpotterDbContext> contexts, EventBus bus) : IDisposable
{
    private int _userId;
    private IDisposable? _listening;

    /// <summary>Told after every change here, and waited for. The layout alone listens.</summary>
    public Func<Task>? Changed { get; set; }

    /// <summary>Told after a change here or in another tab, on whatever thread. The layout alone listens.</summary>
    public Action? ChangedSomewhere { get; set; }

    public UserPreferences Value { get; private set; } = new();

    public async Task LoadAsync(int userId, CancellationToken cancellationToken)
    {
        _userId = userId;
        _listening ??= bus.Subscribe<PreferencesChanged>(userId, _ => ChangedSomewhere?.Invoke());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        Value = (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, cancellationToken))?.Preferences ?? new();
    }

    /// <summary>Changes what another tab may also have changed: the stored value is read again and only the given part is set.</summary>
    public async Task ChangeAsync(Func<UserPreferences, UserPreferences> change)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var user = await db.Users.SingleAsync(u => u.Id == _userId);
        user.Preferences = change(user.Preferences);
        await db.SaveChangesAsync();
        Value = user.Preferences;
        if (Changed is { } changed)
        {
            await changed();
        }

        bus.Publish(new PreferencesChanged(_userId));
    }

    /// <summary>Takes over the theme that was chosen in another tab; how a page lists things stays as it is in this one.</summary>
    public async Task FollowThemeAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == _userId, cancellationToken))?.Preferences;
        Value = Value with { Theme = stored?.Theme ?? Value.Theme };
    }

    public void Dispose() => _listening?.Dispose();
}
