using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Spotter.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:CollationDefinition:ignoring_case", "und-u-ks-level2,und-u-ks-level2,icu,False");

            migrationBuilder.CreateTable(
                name: "CatalogueAnswers",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AskedAt = table.Column<long>(type: "bigint", nullable: false),
                    Recordings = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CatalogueAnswers", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "CatalogueArtists",
                columns: table => new
                {
                    Mbid = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AskedAt = table.Column<long>(type: "bigint", nullable: false),
                    Artist = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CatalogueArtists", x => x.Mbid);
                });

            migrationBuilder.CreateTable(
                name: "ServerProfiles",
                columns: table => new
                {
                    Address = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Profile = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServerProfiles", x => x.Address);
                });

            migrationBuilder.CreateTable(
                name: "ServicePauses",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Until = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServicePauses", x => x.Kind);
                });

            migrationBuilder.CreateTable(
                name: "Users",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "ignoring_case"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    NotificationsSeenUpTo = table.Column<long>(type: "bigint", nullable: false),
                    Preferences = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Users", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    ServerUrl = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UserName = table.Column<string>(type: "text", nullable: false, collation: "ignoring_case"),
                    ProtectedPassword = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    NeedsSignIn = table.Column<bool>(type: "boolean", nullable: false),
                    SignOutCount = table.Column<int>(type: "integer", nullable: false),
                    IsAdmin = table.Column<bool>(type: "boolean", nullable: false),
                    ServerType = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ServerVersion = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SignedInAt = table.Column<long>(type: "bigint", nullable: false),
                    ServerProblem = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ServerAwaySince = table.Column<long>(type: "bigint", nullable: true),
                    Library_Stamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Library_Cursor = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Library_ReadAt = table.Column<long>(type: "bigint", nullable: true),
                    Library_ChangedAt = table.Column<long>(type: "bigint", nullable: true),
                    Library_ReadInFullAt = table.Column<long>(type: "bigint", nullable: true),
                    Library_SongCount = table.Column<int>(type: "integer", nullable: false),
                    Library_WithIsrcCount = table.Column<int>(type: "integer", nullable: false),
                    Library_WithRecordingMbidCount = table.Column<int>(type: "integer", nullable: false),
                    Library_HasRealPaths = table.Column<bool>(type: "boolean", nullable: true),
                    Library_IsStale = table.Column<bool>(type: "boolean", nullable: false),
                    Library_LookAgainAt = table.Column<long>(type: "bigint", nullable: true),
                    Library_Error = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Renewal_SuspectedAt = table.Column<long>(type: "bigint", nullable: true),
                    Renewal_KnownSongs = table.Column<int>(type: "integer", nullable: false),
                    Renewal_FoundSongs = table.Column<int>(type: "integer", nullable: false),
                    Renewal_RecognisedAt = table.Column<long>(type: "bigint", nullable: true),
                    Renewal_Answer = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Accounts_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Personas",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Personas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Personas_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Pins",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    TrackKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Track = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Song = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pins", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Pins_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReadingDecisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    RemoteId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CodePage = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    IsTitleFirst = table.Column<bool>(type: "boolean", nullable: true),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "SourceConnections",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OwnerId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DisplayName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Settings = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ProtectedSecrets = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    State = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Problem = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    LastSucceededAt = table.Column<long>(type: "bigint", nullable: true),
                    NextTryAt = table.Column<long>(type: "bigint", nullable: true),
                    SignInEndsAt = table.Column<long>(type: "bigint", nullable: true),
                    AddsNewPlaylists = table.Column<bool>(type: "boolean", nullable: false),
                    SyncsNewPlaylists = table.Column<bool>(type: "boolean", nullable: false),
                    SeenRemoteIds = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Wanted = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "SyncEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    PlaylistId = table.Column<int>(type: "integer", nullable: true),
                    OperationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Provider = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Message = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Metadata = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SyncEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SyncEvents_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TableDecisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    Fingerprint = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Mapping = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TableDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TableDecisions_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LibraryBlocks",
                columns: table => new
                {
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    Part = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LibraryBlocks", x => new { x.AccountId, x.Part, x.Number });
                    table.ForeignKey(
                        name: "FK_LibraryBlocks_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    SignedInAt = table.Column<long>(type: "bigint", nullable: false),
                    LastSeenAt = table.Column<long>(type: "bigint", nullable: false),
                    Device = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Address = table.Column<string>(type: "text", nullable: true, collation: "C")
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

            migrationBuilder.CreateTable(
                name: "Mixtapes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Prompt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BuiltInPersona = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PersonaId = table.Column<int>(type: "integer", nullable: true),
                    Length = table.Column<int>(type: "integer", nullable: false),
                    Schedule = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SyncsOnceMade = table.Column<bool>(type: "boolean", nullable: false),
                    NextDueAt = table.Column<long>(type: "bigint", nullable: true),
                    WantedAt = table.Column<long>(type: "bigint", nullable: true),
                    WantedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Starts = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Problem = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    NextTryAt = table.Column<long>(type: "bigint", nullable: true),
                    LastTokens = table.Column<int>(type: "integer", nullable: true),
                    TotalTokens = table.Column<long>(type: "bigint", nullable: false),
                    LastMadeAt = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mixtapes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Mixtapes_Personas_PersonaId",
                        column: x => x.PersonaId,
                        principalTable: "Personas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Mixtapes_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Playlists",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RemoteId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Description = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Image = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ExternalUrl = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    TrackCount = table.Column<int>(type: "integer", nullable: false),
                    DurationMs = table.Column<long>(type: "bigint", nullable: false),
                    ConnectionId = table.Column<int>(type: "integer", nullable: true),
                    SourceVersion = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SourceError = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SourceFingerprint = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ApprovedSourceFingerprint = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    IsGoneAtSource = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    RefreshedAt = table.Column<long>(type: "bigint", nullable: false),
                    SourceChangedAt = table.Column<long>(type: "bigint", nullable: true),
                    Marker = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SyncEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    NavidromePlaylistId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LeftTargetId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    NameOverride = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EditPolicy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SyncError = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    HeldBackRule = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    HeldBackPlan = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    HeldBackOperation = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    MatchedCount = table.Column<int>(type: "integer", nullable: false),
                    ReviewCount = table.Column<int>(type: "integer", nullable: false),
                    MissingCount = table.Column<int>(type: "integer", nullable: false),
                    MatchedAt = table.Column<long>(type: "bigint", nullable: true),
                    MatchedInFullAt = table.Column<long>(type: "bigint", nullable: true),
                    MatchedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    MatchedSource = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    NewlyMatchedCount = table.Column<int>(type: "integer", nullable: false),
                    NewlyMatchedAt = table.Column<long>(type: "bigint", nullable: true),
                    LastSyncedAt = table.Column<long>(type: "bigint", nullable: true),
                    DesiredFingerprint = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    TargetFingerprint = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    TargetChangedAt = table.Column<long>(type: "bigint", nullable: true),
                    TargetName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SourceCountAtWrite = table.Column<int>(type: "integer", nullable: false),
                    LibraryCountAtWrite = table.Column<int>(type: "integer", nullable: false),
                    SyncWantedAt = table.Column<long>(type: "bigint", nullable: true),
                    NotBefore = table.Column<long>(type: "bigint", nullable: true),
                    WaitingFor = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LeaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    LeaseUntil = table.Column<long>(type: "bigint", nullable: true),
                    LeaseLosses = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Playlists", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Playlists_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Playlists_SourceConnections_ConnectionId",
                        column: x => x.ConnectionId,
                        principalTable: "SourceConnections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Playlists_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DecisionsToWrite",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PlaylistId = table.Column<int>(type: "integer", nullable: false),
                    TrackKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LeaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    WrittenAt = table.Column<long>(type: "bigint", nullable: true)
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
                name: "SyncRequests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PlaylistId = table.Column<int>(type: "integer", nullable: false),
                    Operation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PairWithId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DeleteTarget = table.Column<bool>(type: "boolean", nullable: false),
                    LetsGo = table.Column<bool>(type: "boolean", nullable: false),
                    SnapshotId = table.Column<int>(type: "integer", nullable: true),
                    ApprovedPlan = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Trigger = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RequestedAt = table.Column<long>(type: "bigint", nullable: false),
                    LeaseId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SyncRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SyncRequests_Playlists_PlaylistId",
                        column: x => x.PlaylistId,
                        principalTable: "Playlists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TargetCovers",
                columns: table => new
                {
                    PlaylistId = table.Column<int>(type: "integer", nullable: false),
                    TargetId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Image = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IsSettled = table.Column<bool>(type: "boolean", nullable: false),
                    HasArrived = table.Column<bool>(type: "boolean", nullable: false),
                    Contents = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TargetCovers", x => x.PlaylistId);
                    table.ForeignKey(
                        name: "FK_TargetCovers_Playlists_PlaylistId",
                        column: x => x.PlaylistId,
                        principalTable: "Playlists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TargetIntentions",
                columns: table => new
                {
                    PlaylistId = table.Column<int>(type: "integer", nullable: false),
                    Token = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ExistingIds = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreatedId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ReplacesId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TargetIntentions", x => x.PlaylistId);
                    table.ForeignKey(
                        name: "FK_TargetIntentions_Playlists_PlaylistId",
                        column: x => x.PlaylistId,
                        principalTable: "Playlists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TargetSnapshots",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PlaylistId = table.Column<int>(type: "integer", nullable: false),
                    TargetId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TakenAt = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SongCount = table.Column<int>(type: "integer", nullable: false),
                    Songs = table.Column<byte[]>(type: "bytea", nullable: false),
                    OperationId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TargetSnapshots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TargetSnapshots_Playlists_PlaylistId",
                        column: x => x.PlaylistId,
                        principalTable: "Playlists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Tracks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PlaylistId = table.Column<int>(type: "integer", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Zone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Tier = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Confidence = table.Column<double>(type: "double precision", nullable: false),
                    SongId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Song = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Score = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Candidates = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Album = table.Column<string>(type: "text", nullable: true),
                    Artists = table.Column<string>(type: "text", nullable: false),
                    DurationMs = table.Column<int>(type: "integer", nullable: true),
                    Isrc = table.Column<string>(type: "text", nullable: true),
                    Location = table.Column<string>(type: "text", nullable: true),
                    ProviderTrackId = table.Column<string>(type: "text", nullable: true),
                    RecordingMbid = table.Column<string>(type: "text", nullable: true),
                    Title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tracks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Tracks_Playlists_PlaylistId",
                        column: x => x.PlaylistId,
                        principalTable: "Playlists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WrittenTargets",
                columns: table => new
                {
                    PlaylistId = table.Column<int>(type: "integer", nullable: false),
                    Songs = table.Column<byte[]>(type: "bytea", nullable: false),
                    Pending = table.Column<byte[]>(type: "bytea", nullable: true),
                    Write = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Drift = table.Column<string>(type: "text", nullable: true, collation: "C")
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

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_ServerUrl_UserName",
                table: "Accounts",
                columns: new[] { "ServerUrl", "UserName" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_UserId",
                table: "Accounts",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionsToWrite_PlaylistId_TrackKey",
                table: "DecisionsToWrite",
                columns: new[] { "PlaylistId", "TrackKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Mixtapes_PersonaId",
                table: "Mixtapes",
                column: "PersonaId");

            migrationBuilder.CreateIndex(
                name: "IX_Mixtapes_UserId_Key",
                table: "Mixtapes",
                columns: new[] { "UserId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Personas_UserId_Name",
                table: "Personas",
                columns: new[] { "UserId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pins_UserId_TrackKey",
                table: "Pins",
                columns: new[] { "UserId", "TrackKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Playlists_AccountId",
                table: "Playlists",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Playlists_ConnectionId",
                table: "Playlists",
                column: "ConnectionId");

            migrationBuilder.CreateIndex(
                name: "IX_Playlists_MatchedAt",
                table: "Playlists",
                column: "MatchedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Playlists_Status",
                table: "Playlists",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_Playlists_UserId_Source_RemoteId",
                table: "Playlists",
                columns: new[] { "UserId", "Source", "RemoteId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReadingDecisions_UserId_RemoteId",
                table: "ReadingDecisions",
                columns: new[] { "UserId", "RemoteId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_AccountId",
                table: "Sessions",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_UserId",
                table: "Sessions",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_SourceConnections_UserId_Kind_OwnerId",
                table: "SourceConnections",
                columns: new[] { "UserId", "Kind", "OwnerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SyncEvents_OperationId",
                table: "SyncEvents",
                column: "OperationId");

            migrationBuilder.CreateIndex(
                name: "IX_SyncEvents_PlaylistId_Id",
                table: "SyncEvents",
                columns: new[] { "PlaylistId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SyncEvents_Type_At",
                table: "SyncEvents",
                columns: new[] { "Type", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_SyncEvents_UserId_Id",
                table: "SyncEvents",
                columns: new[] { "UserId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SyncRequests_LeaseId",
                table: "SyncRequests",
                column: "LeaseId");

            migrationBuilder.CreateIndex(
                name: "IX_SyncRequests_PlaylistId",
                table: "SyncRequests",
                column: "PlaylistId",
                unique: true,
                filter: "\"LeaseId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SyncRequests_PlaylistId_LeaseId",
                table: "SyncRequests",
                columns: new[] { "PlaylistId", "LeaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_TableDecisions_UserId_Fingerprint",
                table: "TableDecisions",
                columns: new[] { "UserId", "Fingerprint" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TargetSnapshots_PlaylistId",
                table: "TargetSnapshots",
                column: "PlaylistId");

            migrationBuilder.CreateIndex(
                name: "IX_Tracks_Key",
                table: "Tracks",
                column: "Key");

            migrationBuilder.CreateIndex(
                name: "IX_Tracks_PlaylistId_Position",
                table: "Tracks",
                columns: new[] { "PlaylistId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Tracks_PlaylistId_Zone",
                table: "Tracks",
                columns: new[] { "PlaylistId", "Zone" });

            migrationBuilder.CreateIndex(
                name: "IX_Tracks_SongId",
                table: "Tracks",
                column: "SongId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CatalogueAnswers");

            migrationBuilder.DropTable(
                name: "CatalogueArtists");

            migrationBuilder.DropTable(
                name: "DecisionsToWrite");

            migrationBuilder.DropTable(
                name: "LibraryBlocks");

            migrationBuilder.DropTable(
                name: "Mixtapes");

            migrationBuilder.DropTable(
                name: "Pins");

            migrationBuilder.DropTable(
                name: "ReadingDecisions");

            migrationBuilder.DropTable(
                name: "ServerProfiles");

            migrationBuilder.DropTable(
                name: "ServicePauses");

            migrationBuilder.DropTable(
                name: "Sessions");

            migrationBuilder.DropTable(
                name: "SyncEvents");

            migrationBuilder.DropTable(
                name: "SyncRequests");

            migrationBuilder.DropTable(
                name: "TableDecisions");

            migrationBuilder.DropTable(
                name: "TargetCovers");

            migrationBuilder.DropTable(
                name: "TargetIntentions");

            migrationBuilder.DropTable(
                name: "TargetSnapshots");

            migrationBuilder.DropTable(
                name: "Tracks");

            migrationBuilder.DropTable(
                name: "WrittenTargets");

            migrationBuilder.DropTable(
                name: "Personas");

            migrationBuilder.DropTable(
                name: "Playlists");

            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "SourceConnections");

            migrationBuilder.DropTable(
                name: "Users");
        }
    }
}
