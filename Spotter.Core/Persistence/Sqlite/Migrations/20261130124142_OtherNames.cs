using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Spotter.Core.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OtherNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "MatchedInFullAt",
                table: "Playlists",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CatalogueAnswers",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Recordings = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CatalogueAnswers", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "CatalogueArtists",
                columns: table => new
                {
                    Mbid = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Artist = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CatalogueArtists", x => x.Mbid);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Playlists_MatchedAt",
                table: "Playlists",
                column: "MatchedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CatalogueAnswers");

            migrationBuilder.DropTable(
                name: "CatalogueArtists");

            migrationBuilder.DropIndex(
                name: "IX_Playlists_MatchedAt",
                table: "Playlists");

            migrationBuilder.DropColumn(
                name: "MatchedInFullAt",
                table: "Playlists");
        }
    }
}
