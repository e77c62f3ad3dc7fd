using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Spotter.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class LibraryNews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Library_ChangedAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Library_Cursor",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Library_ReadInFullAt",
                table: "Accounts");
        }
    }
}
