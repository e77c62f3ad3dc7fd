using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Spotter.Core.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SourceConnections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SourceError",
                table: "Playlists",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SourceVersion",
                table: "Playlists",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ServicePauses",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServicePauses", x => x.Kind);
                });

            migrationBuilder.CreateTable(
                name: "SourceConnections",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<string>(type: "TEXT", nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: false),
                    Settings = table.Column<string>(type: "TEXT", nullable: false),
                    ProtectedSecrets = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Problem = table.Column<string>(type: "TEXT", nullable: true),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    LastSucceededAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SignInEndsAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AddsNewPlaylists = table.Column<bool>(type: "INTEGER", nullable: false),
                    SyncsNewPlaylists = table.Column<bool>(type: "INTEGER", nullable: false),
                    SeenRemoteIds = table.Column<string>(type: "TEXT", nullable: true),
                    Wanted = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourceConnections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SourceConnections_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // SQLite adds a column that refers to another table in one step; a foreign key of its own would copy the whole table.
            migrationBuilder.Sql(
                """ALTER TABLE "Playlists" ADD COLUMN "ConnectionId" INTEGER NULL CONSTRAINT "FK_Playlists_SourceConnections_ConnectionId" REFERENCES "SourceConnections" ("Id") ON DELETE SET NULL;""");

            migrationBuilder.CreateIndex(
                name: "IX_Playlists_ConnectionId",
                table: "Playlists",
                column: "ConnectionId");

            migrationBuilder.CreateIndex(
                name: "IX_SourceConnections_UserId_Kind_OwnerId",
                table: "SourceConnections",
                columns: new[] { "UserId", "Kind", "OwnerId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Playlists_SourceConnections_ConnectionId",
                table: "Playlists");

            migrationBuilder.DropTable(
                name: "ServicePauses");

            migrationBuilder.DropTable(
                name: "SourceConnections");

            migrationBuilder.DropIndex(
                name: "IX_Playlists_ConnectionId",
                table: "Playlists");

            migrationBuilder.DropColumn(
                name: "ConnectionId",
                table: "Playlists");

            migrationBuilder.DropColumn(
                name: "SourceError",
                table: "Playlists");

            migrationBuilder.DropColumn(
                name: "SourceVersion",
                table: "Playlists");
        }
    }
}
