using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Accounts;

namespace Spotter.Core.Mixtapes;

internal sealed class PersonaConfiguration : IEntityTypeConfiguration<Persona>
{
    public void Configure(EntityTypeBuilder<Persona> builder)
    {
        builder.ToTable("Personas");
        builder.HasIndex(persona => new { persona.UserId, persona.Name }).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(persona => persona.UserId);
    }
}
