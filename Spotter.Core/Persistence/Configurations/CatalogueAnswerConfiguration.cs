using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Catalogue;

namespace Spotter.Core.Persistence.Configurations;

internal sealed class CatalogueAnswerConfiguration : IEntityTypeConfiguration<CatalogueAnswer>
{
    public void Configure(EntityTypeBuilder<CatalogueAnswer> builder)
    {
        builder.HasKey(answer => answer.Key);
        builder.Property(answer => answer.Recordings).HasJson();
    }
}
