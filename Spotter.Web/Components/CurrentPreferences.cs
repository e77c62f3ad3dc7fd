using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Persistence;

namespace Spotter.Web.Components;

/// <summary>The preferences of this circuit's user: read once, changed here, and the layout learns of every change at once.</summary>
public sealed class CurrentPreferences(IDbContextFactory<SpotterDbContext> contexts, EventBus bus) : IDisposable
{
    private int _userId;
    private IDisposable? _listening;

    /// <summary>Called and awaited after every change here. Only the layout listens.</summary>
    public Func<Task>? Changed { get; set; }

    /// <summary>Called after a change here or in another tab, on any thread. Only the layout listens.</summary>
    public Action? ChangedSomewhere { get; set; }

    public UserPreferences Value { get; private set; } = new();

    public async Task LoadAsync(int userId, CancellationToken cancellationToken)
    {
        _userId = userId;
        _listening ??= bus.Subscribe<PreferencesChanged>(userId, _ => ChangedSomewhere?.Invoke());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        Value = (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, cancellationToken))?.Preferences ?? new();
    }

    /// <summary>Reads the stored value again before it sets the given part, since another tab may have changed the rest.</summary>
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

    /// <summary>Adopts the theme that was chosen in another tab. How a page lists things stays as it is in this tab.</summary>
    public async Task FollowThemeAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == _userId, cancellationToken))?.Preferences;
        Value = Value with { Theme = stored?.Theme ?? Value.Theme };
    }

    public void Dispose() => _listening?.Dispose();
}
