using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Providers.Http;

namespace Spotter.Core.Persistence.Configurations;

internal sealed class ServicePauseConfiguration : IEntityTypeConfiguration<ServicePause>
{
    public void Configure(EntityTypeBuilder<ServicePause> builder) => builder.HasKey(pause => pause.Kind);
}
