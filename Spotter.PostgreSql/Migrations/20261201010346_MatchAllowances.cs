using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Spotter.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class MatchAllowances : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Allows",
                table: "Playlists",
                type: "text",
                nullable: false,
                defaultValue: "None",
                collation: "C");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Allows",
                table: "Playlists");
        }
    }
}
