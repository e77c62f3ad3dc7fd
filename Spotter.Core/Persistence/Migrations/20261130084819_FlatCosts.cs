using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Spotter.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FlatCosts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "SourceChangedAt",
                table: "Playlists",
                type: "INTEGER",
                nullable: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "SourceChangedAt",
                table: "Playlists");
        }
    }
}
