using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Persistence;

namespace Spotter.Core.Catalogue;

internal sealed class CatalogueAnswerConfiguration : IEntityTypeConfiguration<CatalogueAnswer>
{
    public void Configure(EntityTypeBuilder<CatalogueAnswer> builder)
    {
        builder.ToTable("CatalogueAnswers");
        builder.HasKey(answer => answer.Key);
        builder.Property(answer => answer.Recordings).HasJson();
    }
}
