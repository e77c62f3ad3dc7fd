using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Facts;
using Spotter.Core.Providers.Http;

namespace Spotter.Core.Sources;

internal sealed class ServicePauseConfiguration : IEntityTypeConfiguration<ServicePause>
{
    public void Configure(EntityTypeBuilder<ServicePause> builder)
    {
        builder.ToTable("ServicePauses").HasKey(pause => pause.Kind);
        builder.Property(pause => pause.Reason).HasConversion(fact => FactText.Write(fact), text => FactText.Read(text));
    }
}
