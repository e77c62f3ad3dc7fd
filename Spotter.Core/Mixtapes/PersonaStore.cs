using Microsoft.EntityFrameworkCore;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Providers.Mixtapes;

namespace Spotter.Core.Mixtapes;

/// <summary>The users' own personas.</summary>
public sealed class PersonaStore(IDbContextFactory<SpotterDbContext> contexts)
{
    /// <summary>A user's own personas, by name.</summary>
    public async Task<IReadOnlyList<Persona>> ListAsync(int userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Personas.AsNoTracking().Where(p => p.UserId == userId).OrderBy(p => p.Name).ToListAsync(cancellationToken);
    }

    /// <summary>Stores a persona.</summary>
    /// <param name="userId">The owner.</param>
    /// <param name="personaId">The persona to change, or null for a new one.</param>
    /// <param name="name">Its name.</param>
    /// <param name="text">How it chooses.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    /// <returns>Why nothing was stored. Null if it was.</returns>
    public async Task<Fact?> SaveAsync(int userId, int? personaId, string? name, string? text, CancellationToken cancellationToken)
    {
        var called = UntrustedText.Clean(name, MixtapeLimits.Name);
        var words = UntrustedText.Clean(text, MixtapeLimits.Text);
        if (called.Length == 0 || words.Length == 0)
        {
            return new Fact.PersonaIncomplete();
        }

        return await contexts.WriteAsync(db => SaveAsync(db, userId, personaId, called, words, cancellationToken), cancellationToken);
    }

    private static async Task<Fact?> SaveAsync(SpotterDbContext db, int userId, int? personaId, string called, string words, CancellationToken cancellationToken)
    {
        var own = await db.Personas.Where(p => p.UserId == userId).ToListAsync(cancellationToken);
        if (own.Any(p => p.Id != personaId && p.Name == called))
        {
            return new Fact.PersonaThere(called);
        }

        var persona = own.Find(p => p.Id == personaId);
        if (persona is null)
        {
            if (personaId is not null || own.Count >= MixtapeLimits.Rows)
            {
                return personaId is not null ? new Fact.PersonaGone() : new Fact.TooManyPersonas(MixtapeLimits.Rows);
            }

            persona = new Persona { UserId = userId, Name = called, Text = words };
            db.Personas.Add(persona);
        }

        persona.Name = called;
        persona.Text = words;
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>Deletes a persona. Its mixtapes are then made without one.</summary>
    public async Task DeleteAsync(int userId, int personaId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Personas.Where(p => p.Id == personaId && p.UserId == userId).ExecuteDeleteAsync(cancellationToken);
    }
}
