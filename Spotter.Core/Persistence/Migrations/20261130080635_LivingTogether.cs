using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Spotter.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class LivingTogether : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "LetsGo",
                table: "SyncRequests");

            migrationBuilder.DropColumn(
                name: "LeftTargetId",
                table: "Playlists");

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
        }
    }
}
