using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;

namespace Spotter.Core.Mixtapes;

internal sealed class MixtapeConfiguration : IEntityTypeConfiguration<Mixtape>
{
    public void Configure(EntityTypeBuilder<Mixtape> builder)
    {
        builder.ToTable("Mixtapes");
        builder.HasIndex(mixtape => new { mixtape.UserId, mixtape.Key }).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(mixtape => mixtape.UserId);
        builder.Property(mixtape => mixtape.Problem).HasConversion(fact => FactText.Write(fact!), text => FactText.Read(text));
        // Deleting a persona keeps its mixtapes, which are then made without one.
        builder.HasOne<Persona>().WithMany().HasForeignKey(mixtape => mixtape.PersonaId).OnDelete(DeleteBehavior.SetNull);
    }
}
