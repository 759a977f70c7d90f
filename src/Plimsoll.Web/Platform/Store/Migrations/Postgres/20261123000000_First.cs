using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Plimsoll.Web.Platform.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "blobs",
                columns: table => new
                {
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    type = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    width = table.Column<int>(type: "integer", nullable: true),
                    height = table.Column<int>(type: "integer", nullable: true),
                    seen = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_blobs", x => x.hash);
                    table.CheckConstraint("ck_blobs_hash_length", "length(\"hash\") <= 64");
                    table.CheckConstraint("ck_blobs_type_length", "length(\"type\") <= 120");
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "facts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    door = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    about = table.Column<string>(type: "text", nullable: true),
                    changes = table.Column<string>(type: "text", nullable: true),
                    words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    batch = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_facts", x => x.id);
                    table.CheckConstraint("ck_facts_door_length", "length(\"door\") <= 40");
                    table.CheckConstraint("ck_facts_kind_length", "length(\"kind\") <= 80");
                    table.CheckConstraint("ck_facts_words_length", "length(\"words\") <= 2000");
                });

            migrationBuilder.CreateTable(
                name: "fill_meanings",
                columns: table => new
                {
                    fill = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    meaning = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fill_meanings", x => x.fill);
                    table.CheckConstraint("ck_fill_meanings_fill_length", "length(\"fill\") <= 6");
                    table.CheckConstraint("ck_fill_meanings_meaning_length", "length(\"meaning\") <= 40");
                });

            migrationBuilder.CreateTable(
                name: "holiday_calendars",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    region = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holiday_calendars", x => x.id);
                    table.CheckConstraint("ck_holiday_calendars_country_length", "length(\"country\") <= 2");
                    table.CheckConstraint("ck_holiday_calendars_name_length", "length(\"name\") <= 120");
                    table.CheckConstraint("ck_holiday_calendars_region_length", "length(\"region\") <= 40");
                    table.CheckConstraint("ck_holiday_calendars_source_length", "length(\"source\") <= 500");
                });

            migrationBuilder.CreateTable(
                name: "kept_answers",
                columns: table => new
                {
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    request = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    turn = table.Column<Guid>(type: "uuid", nullable: false),
                    is_done = table.Column<bool>(type: "boolean", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    content_type = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    location = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    tag = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_answers", x => new { x.account, x.key });
                    table.CheckConstraint("ck_kept_answers_content_type_length", "length(\"content_type\") <= 120");
                    table.CheckConstraint("ck_kept_answers_key_length", "length(\"key\") <= 200");
                    table.CheckConstraint("ck_kept_answers_location_length", "length(\"location\") <= 2000");
                    table.CheckConstraint("ck_kept_answers_request_length", "length(\"request\") <= 64");
                    table.CheckConstraint("ck_kept_answers_tag_length", "length(\"tag\") <= 200");
                });

            migrationBuilder.CreateTable(
                name: "letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    to = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    html = table.Column<string>(type: "text", nullable: true),
                    thread = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    reply_to = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: true),
                    end_path = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    created = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    next_try = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    sent = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    parked = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letters", x => x.id);
                    table.CheckConstraint("ck_letters_end_path_length", "length(\"end_path\") <= 600");
                    table.CheckConstraint("ck_letters_last_error_length", "length(\"last_error\") <= 500");
                    table.CheckConstraint("ck_letters_reply_to_length", "length(\"reply_to\") <= 320");
                    table.CheckConstraint("ck_letters_subject_length", "length(\"subject\") <= 200");
                    table.CheckConstraint("ck_letters_thread_length", "length(\"thread\") <= 80");
                    table.CheckConstraint("ck_letters_to_length", "length(\"to\") <= 320");
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    read = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => x.id);
                    table.CheckConstraint("ck_notices_kind_length", "length(\"kind\") <= 80");
                    table.CheckConstraint("ck_notices_link_length", "length(\"link\") <= 500");
                });

            migrationBuilder.CreateTable(
                name: "received_letters",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    validity = table.Column<long>(type: "bigint", nullable: false),
                    uid = table.Column<long>(type: "bigint", nullable: false),
                    from = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    fate = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
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
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    holder = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    expires = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reply_tokens", x => x.hash);
                    table.CheckConstraint("ck_reply_tokens_hash_length", "length(\"hash\") <= 64");
                    table.CheckConstraint("ck_reply_tokens_kind_length", "length(\"kind\") <= 40");
                });

            migrationBuilder.CreateTable(
                name: "roles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    archived_by = table.Column<Guid>(type: "uuid", nullable: true),
                    archived_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    search_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roles", x => x.id);
                    table.CheckConstraint("ck_roles_name_length", "length(\"name\") <= 80");
                    table.CheckConstraint("ck_roles_search_key_length", "length(\"search_key\") <= 400");
                });

            migrationBuilder.CreateTable(
                name: "webhooks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    kinds = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    secret = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    former_secret = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    former_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    followed = table.Column<long>(type: "bigint", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    failing_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    off = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    off_because = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhooks", x => x.id);
                    table.CheckConstraint("ck_webhooks_address_length", "length(\"address\") <= 500");
                    table.CheckConstraint("ck_webhooks_former_secret_length", "length(\"former_secret\") <= 1000");
                    table.CheckConstraint("ck_webhooks_kinds_length", "length(\"kinds\") <= 4000");
                    table.CheckConstraint("ck_webhooks_name_length", "length(\"name\") <= 80");
                    table.CheckConstraint("ck_webhooks_secret_length", "length(\"secret\") <= 1000");
                });

            migrationBuilder.CreateTable(
                name: "blob_parts",
                columns: table => new
                {
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    holder_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    holder = table.Column<Guid>(type: "uuid", nullable: true),
                    loose_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
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
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    side = table.Column<int>(type: "integer", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "calendar_days",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    calendar_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    percent_off = table.Column<int>(type: "integer", nullable: false),
                    works_as = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_days", x => new { x.calendar_id, x.date });
                    table.CheckConstraint("ck_calendar_days_name_length", "length(\"name\") <= 120");
                    table.ForeignKey(
                        name: "fk_calendar_days_holiday_calendars_calendar_id",
                        column: x => x.calendar_id,
                        principalTable: "holiday_calendars",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workspace",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    time_zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    calendar = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workspace", x => x.id);
                    table.CheckConstraint("ck_workspace_name_length", "length(\"name\") <= 120");
                    table.CheckConstraint("ck_workspace_time_zone_length", "length(\"time_zone\") <= 64");
                    table.ForeignKey(
                        name: "fk_workspace_holiday_calendars_calendar",
                        column: x => x.calendar,
                        principalTable: "holiday_calendars",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    position = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    role = table.Column<Guid>(type: "uuid", nullable: true),
                    calendar = table.Column<Guid>(type: "uuid", nullable: true),
                    joined = table.Column<DateOnly>(type: "date", nullable: true),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    colour = table.Column<int>(type: "integer", nullable: false),
                    archived_by = table.Column<Guid>(type: "uuid", nullable: true),
                    archived_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    search_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => x.id);
                    table.CheckConstraint("ck_people_email_length", "length(\"email\") <= 254");
                    table.CheckConstraint("ck_people_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_people_name_length", "length(\"name\") <= 120");
                    table.CheckConstraint("ck_people_position_length", "length(\"position\") <= 40");
                    table.CheckConstraint("ck_people_search_key_length", "length(\"search_key\") <= 400");
                    table.ForeignKey(
                        name: "fk_people_holiday_calendars_calendar",
                        column: x => x.calendar,
                        principalTable: "holiday_calendars",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_people_role_role",
                        column: x => x.role,
                        principalTable: "roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "webhook_deliveries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    webhook = table.Column<Guid>(type: "uuid", nullable: false),
                    fact = table.Column<long>(type: "bigint", nullable: true),
                    kind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    message = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    created = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    next_try = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    tried = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    delivered = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    parked = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    status = table.Column<int>(type: "integer", nullable: true),
                    trouble = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    excerpt = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    milliseconds = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_deliveries", x => x.id);
                    table.CheckConstraint("ck_webhook_deliveries_excerpt_length", "length(\"excerpt\") <= 1000");
                    table.CheckConstraint("ck_webhook_deliveries_kind_length", "length(\"kind\") <= 80");
                    table.CheckConstraint("ck_webhook_deliveries_message_length", "length(\"message\") <= 80");
                    table.ForeignKey(
                        name: "fk_webhook_deliveries_webhook_webhook",
                        column: x => x.webhook,
                        principalTable: "webhooks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "absences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    half_day = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decline_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absences", x => x.id);
                    table.CheckConstraint("ck_absences_decline_reason_length", "length(\"decline_reason\") <= 500");
                    table.CheckConstraint("ck_absences_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_absences_note_length", "length(\"note\") <= 500");
                    table.CheckConstraint("ck_absences_state_length", "length(\"state\") <= 40");
                    table.ForeignKey(
                        name: "fk_absences_person_person",
                        column: x => x.person,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "account_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    made = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    spent = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_links", x => x.id);
                    table.CheckConstraint("ck_account_links_hash_length", "length(\"hash\") <= 64");
                    table.CheckConstraint("ck_account_links_kind_length", "length(\"kind\") <= 40");
                    table.ForeignKey(
                        name: "fk_account_links_people_person",
                        column: x => x.person,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    theme = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    in_hours = table.Column<bool>(type: "boolean", nullable: false),
                    time_zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                    table.CheckConstraint("ck_accounts_concurrency_stamp_length", "length(\"concurrency_stamp\") <= 64");
                    table.CheckConstraint("ck_accounts_email_length", "length(\"email\") <= 256");
                    table.CheckConstraint("ck_accounts_language_length", "length(\"language\") <= 16");
                    table.CheckConstraint("ck_accounts_normalized_email_length", "length(\"normalized_email\") <= 256");
                    table.CheckConstraint("ck_accounts_normalized_user_name_length", "length(\"normalized_user_name\") <= 256");
                    table.CheckConstraint("ck_accounts_theme_length", "length(\"theme\") <= 8");
                    table.CheckConstraint("ck_accounts_time_zone_length", "length(\"time_zone\") <= 64");
                    table.CheckConstraint("ck_accounts_user_name_length", "length(\"user_name\") <= 256");
                    table.ForeignKey(
                        name: "fk_accounts_people_person",
                        column: x => x.person,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "board_presences",
                columns: table => new
                {
                    stream = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    cell = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    seen = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_board_presences", x => x.stream);
                    table.CheckConstraint("ck_board_presences_cell_length", "length(\"cell\") <= 120");
                    table.ForeignKey(
                        name: "fk_board_presences_person_person",
                        column: x => x.person,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "clients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    account_manager = table.Column<Guid>(type: "uuid", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    archived_by = table.Column<Guid>(type: "uuid", nullable: true),
                    archived_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    search_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clients", x => x.id);
                    table.CheckConstraint("ck_clients_name_length", "length(\"name\") <= 120");
                    table.CheckConstraint("ck_clients_note_length", "length(\"note\") <= 2000");
                    table.CheckConstraint("ck_clients_search_key_length", "length(\"search_key\") <= 400");
                    table.ForeignKey(
                        name: "fk_clients_person_account_manager",
                        column: x => x.account_manager,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "file_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    file = table.Column<byte[]>(type: "bytea", nullable: false),
                    answers = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    runner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    trouble = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    batch = table.Column<Guid>(type: "uuid", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true),
                    trail = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_imports", x => x.id);
                    table.CheckConstraint("ck_file_imports_file_name_length", "length(\"file_name\") <= 200");
                    table.CheckConstraint("ck_file_imports_kind_length", "length(\"kind\") <= 20");
                    table.CheckConstraint("ck_file_imports_runner_length", "length(\"runner\") <= 200");
                    table.CheckConstraint("ck_file_imports_state_length", "length(\"state\") <= 40");
                    table.CheckConstraint("ck_file_imports_trouble_length", "length(\"trouble\") <= 2000");
                    table.ForeignKey(
                        name: "fk_file_imports_people_by",
                        column: x => x.by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    page = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    query = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    shared = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => x.id);
                    table.CheckConstraint("ck_saved_views_name_length", "length(\"name\") <= 80");
                    table.CheckConstraint("ck_saved_views_page_length", "length(\"page\") <= 20");
                    table.CheckConstraint("ck_saved_views_query_length", "length(\"query\") <= 2000");
                    table.ForeignKey(
                        name: "fk_saved_views_people_person",
                        column: x => x.person,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "teams",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    lead = table.Column<Guid>(type: "uuid", nullable: true),
                    archived_by = table.Column<Guid>(type: "uuid", nullable: true),
                    archived_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    search_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_teams", x => x.id);
                    table.CheckConstraint("ck_teams_name_length", "length(\"name\") <= 80");
                    table.CheckConstraint("ck_teams_search_key_length", "length(\"search_key\") <= 400");
                    table.ForeignKey(
                        name: "fk_teams_people_lead",
                        column: x => x.lead,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_patterns",
                columns: table => new
                {
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    monday = table.Column<int>(type: "integer", nullable: false),
                    tuesday = table.Column<int>(type: "integer", nullable: false),
                    wednesday = table.Column<int>(type: "integer", nullable: false),
                    thursday = table.Column<int>(type: "integer", nullable: false),
                    friday = table.Column<int>(type: "integer", nullable: false),
                    saturday = table.Column<int>(type: "integer", nullable: false),
                    sunday = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_patterns", x => new { x.person_id, x.valid_from });
                    table.ForeignKey(
                        name: "fk_work_patterns_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "access_tokens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    start = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    scopes = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    made = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    used = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revoked = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_tokens", x => x.id);
                    table.CheckConstraint("ck_access_tokens_hash_length", "length(\"hash\") <= 64");
                    table.CheckConstraint("ck_access_tokens_name_length", "length(\"name\") <= 80");
                    table.CheckConstraint("ck_access_tokens_scopes_length", "length(\"scopes\") <= 2000");
                    table.CheckConstraint("ck_access_tokens_start_length", "length(\"start\") <= 16");
                    table.ForeignKey(
                        name: "fk_access_tokens_account_account",
                        column: x => x.account,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_claims_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_account_logins_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_passkeys",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_passkeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_account_passkeys_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_account_tokens_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "calendar_feeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    made = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revoked = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    used = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    content = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    content_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_feeds", x => x.id);
                    table.CheckConstraint("ck_calendar_feeds_content_length", "length(\"content\") <= 64");
                    table.CheckConstraint("ck_calendar_feeds_hash_length", "length(\"hash\") <= 64");
                    table.CheckConstraint("ck_calendar_feeds_name_length", "length(\"name\") <= 80");
                    table.ForeignKey(
                        name: "fk_calendar_feeds_accounts_account",
                        column: x => x.account,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recovery_codes",
                columns: table => new
                {
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    used = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recovery_codes", x => new { x.account, x.hash });
                    table.CheckConstraint("ck_recovery_codes_hash_length", "length(\"hash\") <= 64");
                    table.ForeignKey(
                        name: "fk_recovery_codes_accounts_account",
                        column: x => x.account,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "second_factors",
                columns: table => new
                {
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    secret = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_step = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_second_factors", x => x.account);
                    table.CheckConstraint("ck_second_factors_secret_length", "length(\"secret\") <= 1000");
                    table.ForeignKey(
                        name: "fk_second_factors_accounts_account",
                        column: x => x.account,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    began = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    seen = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    browser = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                    table.CheckConstraint("ck_sessions_browser_length", "length(\"browser\") <= 200");
                    table.ForeignKey(
                        name: "fk_sessions_accounts_account",
                        column: x => x.account,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "projects",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    client = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    colour = table.Column<int>(type: "integer", nullable: false),
                    manager = table.Column<Guid>(type: "uuid", nullable: true),
                    starts = table.Column<DateOnly>(type: "date", nullable: true),
                    ends = table.Column<DateOnly>(type: "date", nullable: true),
                    archived_by = table.Column<Guid>(type: "uuid", nullable: true),
                    archived_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    search_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_projects", x => x.id);
                    table.CheckConstraint("ck_projects_code_length", "length(\"code\") <= 20");
                    table.CheckConstraint("ck_projects_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_projects_name_length", "length(\"name\") <= 120");
                    table.CheckConstraint("ck_projects_search_key_length", "length(\"search_key\") <= 400");
                    table.CheckConstraint("ck_projects_stage_length", "length(\"stage\") <= 40");
                    table.ForeignKey(
                        name: "fk_projects_clients_client",
                        column: x => x.client,
                        principalTable: "clients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_projects_person_manager",
                        column: x => x.manager,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "team_members",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    team_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team_members", x => new { x.team_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_team_members_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_team_members_teams_team_id",
                        column: x => x.team_id,
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bookings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    project = table.Column<Guid>(type: "uuid", nullable: false),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    certainty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    planned = table.Column<int>(type: "integer", nullable: false),
                    hold_until = table.Column<DateOnly>(type: "date", nullable: true),
                    owner = table.Column<Guid>(type: "uuid", nullable: false),
                    over_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bookings", x => x.id);
                    table.CheckConstraint("ck_bookings_certainty_length", "length(\"certainty\") <= 40");
                    table.CheckConstraint("ck_bookings_over_reason_length", "length(\"over_reason\") <= 300");
                    table.ForeignKey(
                        name: "fk_bookings_person_owner",
                        column: x => x.owner,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bookings_person_person",
                        column: x => x.person,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bookings_projects_project",
                        column: x => x.project,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cell_comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    project = table.Column<Guid>(type: "uuid", nullable: true),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cell_comments", x => x.id);
                    table.CheckConstraint("ck_cell_comments_text_length", "length(\"text\") <= 1000");
                    table.ForeignKey(
                        name: "fk_cell_comments_person_by",
                        column: x => x.by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cell_comments_person_person",
                        column: x => x.person,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_cell_comments_projects_project",
                        column: x => x.project,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "streams",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_streams", x => x.id);
                    table.CheckConstraint("ck_streams_name_length", "length(\"name\") <= 80");
                    table.ForeignKey(
                        name: "fk_streams_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "task_numbers",
                columns: table => new
                {
                    project = table.Column<Guid>(type: "uuid", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_numbers", x => x.project);
                    table.ForeignKey(
                        name: "fk_task_numbers_projects_project",
                        column: x => x.project,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    stream = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "character varying(50000)", maxLength: 50000, nullable: true),
                    responsible = table.Column<Guid>(type: "uuid", nullable: true),
                    reviewer = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state_by = table.Column<Guid>(type: "uuid", nullable: false),
                    rank = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    priority = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    starts = table.Column<DateOnly>(type: "date", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    estimate = table.Column<int>(type: "integer", nullable: true),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    search_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tasks", x => x.id);
                    table.CheckConstraint("ck_tasks_description_length", "length(\"description\") <= 50000");
                    table.CheckConstraint("ck_tasks_priority_length", "length(\"priority\") <= 40");
                    table.CheckConstraint("ck_tasks_rank_length", "length(\"rank\") <= 400");
                    table.CheckConstraint("ck_tasks_search_key_length", "length(\"search_key\") <= 400");
                    table.CheckConstraint("ck_tasks_state_length", "length(\"state\") <= 40");
                    table.CheckConstraint("ck_tasks_title_length", "length(\"title\") <= 200");
                    table.ForeignKey(
                        name: "fk_tasks_people_created_by",
                        column: x => x.created_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tasks_people_responsible",
                        column: x => x.responsible,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tasks_people_reviewer",
                        column: x => x.reviewer,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tasks_people_state_by",
                        column: x => x.state_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tasks_projects_project",
                        column: x => x.project,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "task_checklist",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    done_by = table.Column<Guid>(type: "uuid", nullable: true),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_checklist", x => x.id);
                    table.CheckConstraint("ck_task_checklist_text_length", "length(\"text\") <= 500");
                    table.ForeignKey(
                        name: "fk_task_checklist_people_done_by",
                        column: x => x.done_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_task_checklist_tasks_task_id",
                        column: x => x.task_id,
                        principalTable: "tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "task_comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    task = table.Column<Guid>(type: "uuid", nullable: false),
                    client = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    through = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    edited_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    deleted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    deleted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_comments", x => x.id);
                    table.CheckConstraint("ck_task_comments_text_length", "length(\"text\") <= 20000");
                    table.CheckConstraint("ck_task_comments_through_length", "length(\"through\") <= 40");
                    table.ForeignKey(
                        name: "fk_task_comments_clients_client",
                        column: x => x.client,
                        principalTable: "clients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_task_comments_people_by",
                        column: x => x.by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_task_comments_people_deleted_by",
                        column: x => x.deleted_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_task_comments_project_task_task",
                        column: x => x.task,
                        principalTable: "tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "task_helpers",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_helpers", x => new { x.task_id, x.person });
                    table.ForeignKey(
                        name: "fk_task_helpers_people_person",
                        column: x => x.person,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_task_helpers_tasks_task_id",
                        column: x => x.task_id,
                        principalTable: "tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "task_waits",
                columns: table => new
                {
                    @for = table.Column<Guid>(name: "for", type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_waits", x => new { x.task_id, x.@for });
                    table.ForeignKey(
                        name: "fk_task_waits_tasks_for",
                        column: x => x.@for,
                        principalTable: "tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_task_waits_tasks_task_id",
                        column: x => x.task_id,
                        principalTable: "tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "task_comment_reactions",
                columns: table => new
                {
                    comment = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_comment_reactions", x => new { x.comment, x.person, x.kind });
                    table.CheckConstraint("ck_task_comment_reactions_kind_length", "length(\"kind\") <= 40");
                    table.ForeignKey(
                        name: "fk_task_comment_reactions_people_person",
                        column: x => x.person,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_task_comment_reactions_task_comments_comment",
                        column: x => x.comment,
                        principalTable: "task_comments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "task_comment_versions",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    comment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_comment_versions", x => new { x.comment_id, x.number });
                    table.CheckConstraint("ck_task_comment_versions_text_length", "length(\"text\") <= 20000");
                    table.ForeignKey(
                        name: "fk_task_comment_versions_task_comments_comment_id",
                        column: x => x.comment_id,
                        principalTable: "task_comments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_absences_person_from",
                table: "absences",
                columns: new[] { "person", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_absences_to",
                table: "absences",
                column: "to");

            migrationBuilder.CreateIndex(
                name: "ix_access_tokens_account",
                table: "access_tokens",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_access_tokens_hash",
                table: "access_tokens",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_claims_user_id",
                table: "account_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_links_hash",
                table: "account_links",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_links_person",
                table: "account_links",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_account_logins_user_id",
                table: "account_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_passkeys_user_id",
                table: "account_passkeys",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_normalized_user_name",
                table: "accounts",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_accounts_person",
                table: "accounts",
                column: "person",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_board_presences_person",
                table: "board_presences",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_bookings_hold_until",
                table: "bookings",
                column: "hold_until",
                filter: "hold_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_bookings_owner",
                table: "bookings",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_bookings_person_project_week_certainty",
                table: "bookings",
                columns: new[] { "person", "project", "week", "certainty" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bookings_project_week_person_certainty_planned",
                table: "bookings",
                columns: new[] { "project", "week", "person", "certainty", "planned" });

            migrationBuilder.CreateIndex(
                name: "ix_bookings_week_person_over_reason",
                table: "bookings",
                columns: new[] { "week", "person", "over_reason" },
                filter: "over_reason IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_bookings_week_person_project_certainty_planned",
                table: "bookings",
                columns: new[] { "week", "person", "project", "certainty", "planned" });

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feeds_account",
                table: "calendar_feeds",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feeds_hash",
                table: "calendar_feeds",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cell_comments_by",
                table: "cell_comments",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_cell_comments_person",
                table: "cell_comments",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_cell_comments_project",
                table: "cell_comments",
                column: "project");

            migrationBuilder.CreateIndex(
                name: "ix_cell_comments_week_person",
                table: "cell_comments",
                columns: new[] { "week", "person" });

            migrationBuilder.CreateIndex(
                name: "ix_clients_account_manager",
                table: "clients",
                column: "account_manager");

            migrationBuilder.CreateIndex(
                name: "ix_clients_search_key",
                table: "clients",
                column: "search_key");

            migrationBuilder.CreateIndex(
                name: "ix_facts_batch",
                table: "facts",
                column: "batch");

            migrationBuilder.CreateIndex(
                name: "ix_facts_kind_id",
                table: "facts",
                columns: new[] { "kind", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_facts_subject_id",
                table: "facts",
                columns: new[] { "subject", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_file_imports_by",
                table: "file_imports",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_file_imports_kind_by_at",
                table: "file_imports",
                columns: new[] { "kind", "by", "at" });

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
                name: "ix_kept_answers_at",
                table: "kept_answers",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_letters_next_try",
                table: "letters",
                column: "next_try");

            migrationBuilder.CreateIndex(
                name: "ix_letters_parked",
                table: "letters",
                column: "parked");

            migrationBuilder.CreateIndex(
                name: "ix_notices_person_read",
                table: "notices",
                columns: new[] { "person", "read" });

            migrationBuilder.CreateIndex(
                name: "ix_people_calendar",
                table: "people",
                column: "calendar");

            migrationBuilder.CreateIndex(
                name: "ix_people_role",
                table: "people",
                column: "role");

            migrationBuilder.CreateIndex(
                name: "ix_people_search_key",
                table: "people",
                column: "search_key");

            migrationBuilder.CreateIndex(
                name: "ix_projects_client",
                table: "projects",
                column: "client");

            migrationBuilder.CreateIndex(
                name: "ix_projects_code",
                table: "projects",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_projects_manager",
                table: "projects",
                column: "manager");

            migrationBuilder.CreateIndex(
                name: "ix_projects_search_key",
                table: "projects",
                column: "search_key");

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

            migrationBuilder.CreateIndex(
                name: "ix_roles_search_key",
                table: "roles",
                column: "search_key");

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_person_page_name",
                table: "saved_views",
                columns: new[] { "person", "page", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_account",
                table: "sessions",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_streams_project_id",
                table: "streams",
                column: "project_id");

            migrationBuilder.CreateIndex(
                name: "ix_task_checklist_done_by",
                table: "task_checklist",
                column: "done_by");

            migrationBuilder.CreateIndex(
                name: "ix_task_checklist_task_id",
                table: "task_checklist",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "ix_task_comment_reactions_person",
                table: "task_comment_reactions",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_task_comments_by",
                table: "task_comments",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_task_comments_client",
                table: "task_comments",
                column: "client");

            migrationBuilder.CreateIndex(
                name: "ix_task_comments_deleted_by",
                table: "task_comments",
                column: "deleted_by");

            migrationBuilder.CreateIndex(
                name: "ix_task_comments_task_at",
                table: "task_comments",
                columns: new[] { "task", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_task_helpers_person",
                table: "task_helpers",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_task_waits_for",
                table: "task_waits",
                column: "for");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_created_by",
                table: "tasks",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_project_number",
                table: "tasks",
                columns: new[] { "project", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tasks_project_state_rank",
                table: "tasks",
                columns: new[] { "project", "state", "rank" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_responsible_state_due",
                table: "tasks",
                columns: new[] { "responsible", "state", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_reviewer_state",
                table: "tasks",
                columns: new[] { "reviewer", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_search_key",
                table: "tasks",
                column: "search_key");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_state_by",
                table: "tasks",
                column: "state_by");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_state_due",
                table: "tasks",
                columns: new[] { "state", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_team_members_person_id",
                table: "team_members",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_teams_lead",
                table: "teams",
                column: "lead");

            migrationBuilder.CreateIndex(
                name: "ix_teams_search_key",
                table: "teams",
                column: "search_key");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_next_try",
                table: "webhook_deliveries",
                column: "next_try");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_webhook_fact",
                table: "webhook_deliveries",
                columns: new[] { "webhook", "fact" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_webhook_id",
                table: "webhook_deliveries",
                columns: new[] { "webhook", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_workspace_calendar",
                table: "workspace",
                column: "calendar");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absences");

            migrationBuilder.DropTable(
                name: "access_tokens");

            migrationBuilder.DropTable(
                name: "account_claims");

            migrationBuilder.DropTable(
                name: "account_links");

            migrationBuilder.DropTable(
                name: "account_logins");

            migrationBuilder.DropTable(
                name: "account_passkeys");

            migrationBuilder.DropTable(
                name: "account_tokens");

            migrationBuilder.DropTable(
                name: "blob_parts");

            migrationBuilder.DropTable(
                name: "board_presences");

            migrationBuilder.DropTable(
                name: "bookings");

            migrationBuilder.DropTable(
                name: "calendar_days");

            migrationBuilder.DropTable(
                name: "calendar_feeds");

            migrationBuilder.DropTable(
                name: "cell_comments");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "facts");

            migrationBuilder.DropTable(
                name: "file_imports");

            migrationBuilder.DropTable(
                name: "files");

            migrationBuilder.DropTable(
                name: "fill_meanings");

            migrationBuilder.DropTable(
                name: "kept_answers");

            migrationBuilder.DropTable(
                name: "letters");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "received_letters");

            migrationBuilder.DropTable(
                name: "recovery_codes");

            migrationBuilder.DropTable(
                name: "reply_tokens");

            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropTable(
                name: "second_factors");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "streams");

            migrationBuilder.DropTable(
                name: "task_checklist");

            migrationBuilder.DropTable(
                name: "task_comment_reactions");

            migrationBuilder.DropTable(
                name: "task_comment_versions");

            migrationBuilder.DropTable(
                name: "task_helpers");

            migrationBuilder.DropTable(
                name: "task_numbers");

            migrationBuilder.DropTable(
                name: "task_waits");

            migrationBuilder.DropTable(
                name: "team_members");

            migrationBuilder.DropTable(
                name: "thumbs");

            migrationBuilder.DropTable(
                name: "webhook_deliveries");

            migrationBuilder.DropTable(
                name: "work_patterns");

            migrationBuilder.DropTable(
                name: "workspace");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "task_comments");

            migrationBuilder.DropTable(
                name: "teams");

            migrationBuilder.DropTable(
                name: "blobs");

            migrationBuilder.DropTable(
                name: "webhooks");

            migrationBuilder.DropTable(
                name: "tasks");

            migrationBuilder.DropTable(
                name: "projects");

            migrationBuilder.DropTable(
                name: "clients");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "holiday_calendars");

            migrationBuilder.DropTable(
                name: "roles");
        }
    }
}
