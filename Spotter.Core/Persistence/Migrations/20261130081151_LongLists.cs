using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Spotter.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class LongLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Write",
                table: "WrittenTargets",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Write",
                table: "WrittenTargets");
        }
    }
}
