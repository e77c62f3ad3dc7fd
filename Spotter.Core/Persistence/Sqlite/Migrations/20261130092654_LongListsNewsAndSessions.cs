using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Spotter.Core.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LongListsNewsAndSessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Write",
                table: "WrittenTargets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "LetsGo",
                table: "SyncRequests",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "LeftTargetId",
                table: "Playlists",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MatchedSource",
                table: "Playlists",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SourceChangedAt",
                table: "Playlists",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Library_ChangedAt",
                table: "Accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Library_Cursor",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Library_ReadInFullAt",
                table: "Accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Renewal_Answer",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Renewal_FoundSongs",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Renewal_KnownSongs",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Renewal_RecognisedAt",
                table: "Accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Renewal_SuspectedAt",
                table: "Accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SignOutCount",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    SignedInAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Device = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sessions_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Sessions_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tracks_SongId",
                table: "Tracks",
                column: "SongId");

            migrationBuilder.CreateIndex(
                name: "IX_SyncRequests_LeaseId",
                table: "SyncRequests",
                column: "LeaseId");

            migrationBuilder.CreateIndex(
                name: "IX_SyncRequests_PlaylistId_LeaseId",
                table: "SyncRequests",
                columns: new[] { "PlaylistId", "LeaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_SyncEvents_OperationId",
                table: "SyncEvents",
                column: "OperationId");

            migrationBuilder.CreateIndex(
                name: "IX_SyncEvents_Type_At",
                table: "SyncEvents",
                columns: new[] { "Type", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_AccountId",
                table: "Sessions",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_UserId",
                table: "Sessions",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Tracks_SongId",
                table: "Tracks");

            migrationBuilder.DropIndex(
                name: "IX_SyncRequests_LeaseId",
                table: "SyncRequests");

            migrationBuilder.DropIndex(
                name: "IX_SyncRequests_PlaylistId_LeaseId",
                table: "SyncRequests");

            migrationBuilder.DropIndex(
                name: "IX_SyncEvents_OperationId",
                table: "SyncEvents");

            migrationBuilder.DropIndex(
                name: "IX_SyncEvents_Type_At",
                table: "SyncEvents");

            migrationBuilder.DropColumn(
                name: "Write",
                table: "WrittenTargets");

            migrationBuilder.DropColumn(
                name: "LetsGo",
                table: "SyncRequests");

            migrationBuilder.DropColumn(
                name: "LeftTargetId",
                table: "Playlists");

            migrationBuilder.DropColumn(
                name: "MatchedSource",
                table: "Playlists");

            migrationBuilder.DropColumn(
                name: "SourceChangedAt",
                table: "Playlists");

            migrationBuilder.DropColumn(
                name: "Library_ChangedAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Library_Cursor",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Library_ReadInFullAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Renewal_Answer",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Renewal_FoundSongs",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Renewal_KnownSongs",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Renewal_RecognisedAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Renewal_SuspectedAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "SignOutCount",
                table: "Accounts");
        }
    }
}
