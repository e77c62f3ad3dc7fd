using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Spotter.Core.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class KeepingRight : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "EditPolicy",
                table: "Playlists",
                type: "TEXT",
                nullable: false,
                defaultValue: "Mirror");

            migrationBuilder.AddColumn<string>(
                name: "HeldBackOperation",
                table: "Playlists",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MatchedAt",
                table: "Playlists",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MatchedBy",
                table: "Playlists",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NewlyMatchedAt",
                table: "Playlists",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "NewlyMatchedCount",
                table: "Playlists",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "TargetChangedAt",
                table: "Playlists",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Library_LookAgainAt",
                table: "Accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "WrittenTargets",
                columns: table => new
                {
                    PlaylistId = table.Column<int>(type: "INTEGER", nullable: false),
                    Songs = table.Column<string>(type: "TEXT", nullable: false),
                    Pending = table.Column<string>(type: "TEXT", nullable: true),
                    Drift = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WrittenTargets", x => x.PlaylistId);
                    table.ForeignKey(
                        name: "FK_WrittenTargets_Playlists_PlaylistId",
                        column: x => x.PlaylistId,
                        principalTable: "Playlists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "WrittenTargets");

            migrationBuilder.DropColumn(
                name: "EditPolicy",
                table: "Playlists");

            migrationBuilder.DropColumn(
                name: "HeldBackOperation",
                table: "Playlists");

            migrationBuilder.DropColumn(
                name: "MatchedAt",
                table: "Playlists");

            migrationBuilder.DropColumn(
                name: "MatchedBy",
                table: "Playlists");

            migrationBuilder.DropColumn(
                name: "NewlyMatchedAt",
                table: "Playlists");

            migrationBuilder.DropColumn(
                name: "NewlyMatchedCount",
                table: "Playlists");

            migrationBuilder.DropColumn(
                name: "TargetChangedAt",
                table: "Playlists");

            migrationBuilder.DropColumn(
                name: "Library_LookAgainAt",
                table: "Accounts");
        }
    }
}
