using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Providers.Http;

namespace Spotter.Core.Sources;

internal sealed class ServicePauseConfiguration : IEntityTypeConfiguration<ServicePause>
{
    public void Configure(EntityTypeBuilder<ServicePause> builder) => builder.ToTable("ServicePauses").HasKey(pause => pause.Kind);
}
