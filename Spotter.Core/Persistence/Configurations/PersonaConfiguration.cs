using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Accounts;
using Spotter.Core.Mixtapes;

namespace Spotter.Core.Persistence.Configurations;

internal sealed class PersonaConfiguration : IEntityTypeConfiguration<Persona>
{
    public void Configure(EntityTypeBuilder<Persona> builder)
    {
        builder.HasIndex(persona => new { persona.UserId, persona.Name }).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(persona => persona.UserId);
    }
}
