using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Spotter.Core.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ServerProfiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Library_WithIsrcCount",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Library_WithRecordingMbidCount",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "ServerProfiles",
                columns: table => new
                {
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    Profile = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServerProfiles", x => x.Address);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ServerProfiles");

            migrationBuilder.DropColumn(
                name: "Library_WithIsrcCount",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Library_WithRecordingMbidCount",
                table: "Accounts");
        }
    }
}
