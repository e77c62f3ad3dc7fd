using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Spotter.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PackedListsAndOtherNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<byte[]>(
                name: "Songs",
                table: "WrittenTargets",
                type: "BLOB",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<byte[]>(
                name: "Pending",
                table: "WrittenTargets",
                type: "BLOB",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<byte[]>(
                name: "Songs",
                table: "TargetSnapshots",
                type: "BLOB",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "TEXT");

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

            migrationBuilder.AlterColumn<string>(
                name: "Songs",
                table: "WrittenTargets",
                type: "TEXT",
                nullable: false,
                oldClrType: typeof(byte[]),
                oldType: "BLOB");

            migrationBuilder.AlterColumn<string>(
                name: "Pending",
                table: "WrittenTargets",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(byte[]),
                oldType: "BLOB",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Songs",
                table: "TargetSnapshots",
                type: "TEXT",
                nullable: false,
                oldClrType: typeof(byte[]),
                oldType: "BLOB");
        }
    }
}
