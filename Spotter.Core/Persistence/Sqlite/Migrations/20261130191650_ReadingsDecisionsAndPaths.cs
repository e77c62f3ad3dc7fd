using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Spotter.Core.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReadingsDecisionsAndPaths : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Library_HasRealPaths",
                table: "Accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ServerAwaySince",
                table: "Accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ServerProblem",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DecisionsToWrite",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PlaylistId = table.Column<int>(type: "INTEGER", nullable: false),
                    TrackKey = table.Column<string>(type: "TEXT", nullable: false),
                    LeaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionsToWrite", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionsToWrite_Playlists_PlaylistId",
                        column: x => x.PlaylistId,
                        principalTable: "Playlists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReadingDecisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    RemoteId = table.Column<string>(type: "TEXT", nullable: false),
                    CodePage = table.Column<string>(type: "TEXT", nullable: true),
                    IsTitleFirst = table.Column<bool>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadingDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReadingDecisions_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DecisionsToWrite_PlaylistId_TrackKey",
                table: "DecisionsToWrite",
                columns: new[] { "PlaylistId", "TrackKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReadingDecisions_UserId_RemoteId",
                table: "ReadingDecisions",
                columns: new[] { "UserId", "RemoteId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DecisionsToWrite");

            migrationBuilder.DropTable(
                name: "ReadingDecisions");

            migrationBuilder.DropColumn(
                name: "Library_HasRealPaths",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "ServerAwaySince",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "ServerProblem",
                table: "Accounts");
        }
    }
}
