using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Spotter.Core.Accounts;

namespace Spotter.Core.Library;

internal sealed class LibraryBlockConfiguration : IEntityTypeConfiguration<LibraryBlock>
{
    public void Configure(EntityTypeBuilder<LibraryBlock> builder)
    {
        builder.ToTable("LibraryBlocks").HasKey(block => new { block.AccountId, block.Part, block.Number });
        builder.HasOne<Account>().WithMany().HasForeignKey(block => block.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
