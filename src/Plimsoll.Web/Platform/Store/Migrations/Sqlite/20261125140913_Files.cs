using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Plimsoll.Web.Platform.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Files : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "end_path",
                table: "letters",
                type: "TEXT",
                maxLength: 600,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reply_to",
                table: "letters",
                type: "TEXT",
                maxLength: 320,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "thread",
                table: "letters",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "blobs",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: true),
                    height = table.Column<int>(type: "INTEGER", nullable: true),
                    seen = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_blobs", x => x.hash);
                    table.CheckConstraint("ck_blobs_hash_length", "length(\"hash\") <= 64");
                    table.CheckConstraint("ck_blobs_type_length", "length(\"type\") <= 120");
                });

            migrationBuilder.CreateTable(
                name: "received_letters",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    validity = table.Column<long>(type: "INTEGER", nullable: false),
                    uid = table.Column<long>(type: "INTEGER", nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    fate = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_received_letters", x => x.key);
                    table.CheckConstraint("ck_received_letters_fate_length", "length(\"fate\") <= 40");
                    table.CheckConstraint("ck_received_letters_from_length", "length(\"from\") <= 320");
                    table.CheckConstraint("ck_received_letters_key_length", "length(\"key\") <= 64");
                    table.CheckConstraint("ck_received_letters_reason_length", "length(\"reason\") <= 60");
                    table.CheckConstraint("ck_received_letters_subject_length", "length(\"subject\") <= 200");
                });

            migrationBuilder.CreateTable(
                name: "reply_tokens",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    holder = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    expires = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reply_tokens", x => x.hash);
                    table.CheckConstraint("ck_reply_tokens_hash_length", "length(\"hash\") <= 64");
                    table.CheckConstraint("ck_reply_tokens_kind_length", "length(\"kind\") <= 40");
                });

            migrationBuilder.CreateTable(
                name: "blob_parts",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_blob_parts", x => new { x.hash, x.number });
                    table.CheckConstraint("ck_blob_parts_hash_length", "length(\"hash\") <= 64");
                    table.ForeignKey(
                        name: "fk_blob_parts_blobs_hash",
                        column: x => x.hash,
                        principalTable: "blobs",
                        principalColumn: "hash",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    holder_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    holder = table.Column<Guid>(type: "TEXT", nullable: true),
                    loose_since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_files", x => x.id);
                    table.CheckConstraint("ck_files_hash_length", "length(\"hash\") <= 64");
                    table.CheckConstraint("ck_files_holder_kind_length", "length(\"holder_kind\") <= 40");
                    table.CheckConstraint("ck_files_name_length", "length(\"name\") <= 200");
                    table.ForeignKey(
                        name: "fk_files_blobs_hash",
                        column: x => x.hash,
                        principalTable: "blobs",
                        principalColumn: "hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "thumbs",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    side = table.Column<int>(type: "INTEGER", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_thumbs", x => new { x.hash, x.side });
                    table.CheckConstraint("ck_thumbs_hash_length", "length(\"hash\") <= 64");
                    table.ForeignKey(
                        name: "fk_thumbs_blobs_hash",
                        column: x => x.hash,
                        principalTable: "blobs",
                        principalColumn: "hash",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_letters_end_path_length",
                table: "letters",
                sql: "length(\"end_path\") <= 600");

            migrationBuilder.AddCheckConstraint(
                name: "ck_letters_reply_to_length",
                table: "letters",
                sql: "length(\"reply_to\") <= 320");

            migrationBuilder.AddCheckConstraint(
                name: "ck_letters_thread_length",
                table: "letters",
                sql: "length(\"thread\") <= 80");

            migrationBuilder.CreateIndex(
                name: "ix_files_hash",
                table: "files",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_files_holder_kind_holder",
                table: "files",
                columns: new[] { "holder_kind", "holder" });

            migrationBuilder.CreateIndex(
                name: "ix_files_loose_since",
                table: "files",
                column: "loose_since");

            migrationBuilder.CreateIndex(
                name: "ix_received_letters_at",
                table: "received_letters",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_received_letters_validity_uid",
                table: "received_letters",
                columns: new[] { "validity", "uid" });

            migrationBuilder.CreateIndex(
                name: "ix_reply_tokens_expires",
                table: "reply_tokens",
                column: "expires");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "blob_parts");

            migrationBuilder.DropTable(
                name: "files");

            migrationBuilder.DropTable(
                name: "received_letters");

            migrationBuilder.DropTable(
                name: "reply_tokens");

            migrationBuilder.DropTable(
                name: "thumbs");

            migrationBuilder.DropTable(
                name: "blobs");

            migrationBuilder.DropCheckConstraint(
                name: "ck_letters_end_path_length",
                table: "letters");

            migrationBuilder.DropCheckConstraint(
                name: "ck_letters_reply_to_length",
                table: "letters");

            migrationBuilder.DropCheckConstraint(
                name: "ck_letters_thread_length",
                table: "letters");

            migrationBuilder.DropColumn(
                name: "end_path",
                table: "letters");

            migrationBuilder.DropColumn(
                name: "reply_to",
                table: "letters");

            migrationBuilder.DropColumn(
                name: "thread",
                table: "letters");
        }
    }
}
