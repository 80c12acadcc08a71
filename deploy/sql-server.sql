IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE TABLE [AuditEntries] (
        [Id] bigint NOT NULL IDENTITY,
        [At] datetimeoffset NOT NULL,
        [ActorId] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ActorName] nvarchar(max) NOT NULL,
        [Action] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Subject] nvarchar(max) NOT NULL,
        [Detail] nvarchar(max) NULL,
        CONSTRAINT [PK_AuditEntries] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE TABLE [Snapshots] (
        [Id] uniqueidentifier NOT NULL,
        [Trigger] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [StartedById] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [StartedByName] nvarchar(max) NOT NULL,
        [StartedAt] datetimeoffset NOT NULL,
        [TouchedAt] datetimeoffset NOT NULL,
        [EndedAt] datetimeoffset NULL,
        [State] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ProblemKind] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
        [ProblemDetail] nvarchar(max) NULL,
        [PlaybookId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [PlaybookVersion] int NOT NULL,
        [TenantId] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [TenantName] nvarchar(max) NULL,
        [TenantType] nvarchar(max) NULL,
        [TenantCountry] nvarchar(max) NULL,
        [TenantDomain] nvarchar(max) NULL,
        [People] int NOT NULL,
        [IsEmptied] bit NOT NULL,
        CONSTRAINT [PK_Snapshots] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE TABLE [CheckResults] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [TaskId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Outcome] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Sentence] nvarchar(max) NOT NULL,
        [Findings] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_CheckResults] PRIMARY KEY ([SnapshotId], [TaskId]),
        CONSTRAINT [FK_CheckResults_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE TABLE [CurrentSnapshot] (
        [Slot] int NOT NULL,
        [SnapshotId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_CurrentSnapshot] PRIMARY KEY ([Slot]),
        CONSTRAINT [CK_CurrentSnapshot_Slot] CHECK (Slot = 1),
        CONSTRAINT [FK_CurrentSnapshot_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE TABLE [ExperienceCounts] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [ExperienceId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Position] int NOT NULL,
        [Ready] int NOT NULL,
        [NotReady] int NOT NULL,
        [Unknown] int NOT NULL,
        [NotApplicable] int NOT NULL,
        CONSTRAINT [PK_ExperienceCounts] PRIMARY KEY ([SnapshotId], [ExperienceId]),
        CONSTRAINT [FK_ExperienceCounts_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE TABLE [Footprints] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [Key] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Position] int NOT NULL,
        [UserType] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
        [AccountEnabled] bit NULL,
        [Standings] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Best] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [People] int NOT NULL,
        CONSTRAINT [PK_Footprints] PRIMARY KEY ([SnapshotId], [Key]),
        CONSTRAINT [FK_Footprints_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE TABLE [FootprintVerdicts] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [ExperienceId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Footprint] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Verdict] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ReasonCodes] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_FootprintVerdicts] PRIMARY KEY ([SnapshotId], [ExperienceId], [Footprint]),
        CONSTRAINT [FK_FootprintVerdicts_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE TABLE [Groups] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [Position] int NOT NULL,
        [Id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [DisplayName] nvarchar(max) NULL,
        [IsMicrosoft365] bit NOT NULL,
        [AssignedSkuIds] nvarchar(max) NOT NULL,
        [LicenseProcessingState] nvarchar(max) NULL,
        [HasMembersWithLicenseErrors] bit NOT NULL,
        CONSTRAINT [PK_Groups] PRIMARY KEY ([SnapshotId], [Position]),
        CONSTRAINT [FK_Groups_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE TABLE [LicenceSets] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [Key] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Json] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_LicenceSets] PRIMARY KEY ([SnapshotId], [Key]),
        CONSTRAINT [FK_LicenceSets_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE TABLE [LicenceSetSkus] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [SkuId] uniqueidentifier NOT NULL,
        [LicenceSet] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_LicenceSetSkus] PRIMARY KEY ([SnapshotId], [LicenceSet], [SkuId]),
        CONSTRAINT [FK_LicenceSetSkus_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE TABLE [NamedLocations] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [Position] int NOT NULL,
        [Id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [DisplayName] nvarchar(max) NULL,
        [IsTrusted] bit NULL,
        [Json] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_NamedLocations] PRIMARY KEY ([SnapshotId], [Position]),
        CONSTRAINT [FK_NamedLocations_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE TABLE [People] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [Id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [DisplayName] nvarchar(max) NULL,
        [UserPrincipalName] nvarchar(max) NULL,
        [Mail] nvarchar(max) NULL,
        [AccountEnabled] bit NULL,
        [UserType] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
        [Invitation] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
        [UsageLocation] nvarchar(max) NULL,
        [Department] nvarchar(max) NULL,
        [JobTitle] nvarchar(max) NULL,
        [OfficeLocation] nvarchar(max) NULL,
        [Country] nvarchar(max) NULL,
        [Footprint] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [LicenceSet] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [SearchText] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [IsNameless] bit NOT NULL,
        [SortName] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_People] PRIMARY KEY ([SnapshotId], [Id]),
        CONSTRAINT [FK_People_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE TABLE [Policies] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [Position] int NOT NULL,
        [Id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [DisplayName] nvarchar(max) NULL,
        [State] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [GroupIds] nvarchar(max) NOT NULL,
        [Json] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_Policies] PRIMARY KEY ([SnapshotId], [Position]),
        CONSTRAINT [FK_Policies_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE TABLE [ReasonCounts] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [ExperienceId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Code] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Position] int NOT NULL,
        [Reason] nvarchar(max) NOT NULL,
        [People] int NOT NULL,
        CONSTRAINT [PK_ReasonCounts] PRIMARY KEY ([SnapshotId], [ExperienceId], [Code]),
        CONSTRAINT [FK_ReasonCounts_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE TABLE [Reports] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [Ready] int NOT NULL,
        [NotReady] int NOT NULL,
        [Unknown] int NOT NULL,
        [NotApplicable] int NOT NULL,
        [LicensedWithoutUsageLocation] int NOT NULL,
        [WithLicenceErrors] int NOT NULL,
        [PendingGuests] int NOT NULL,
        [LicensedByGroup] int NOT NULL,
        [LicensedDirectlyOnly] int NOT NULL,
        CONSTRAINT [PK_Reports] PRIMARY KEY ([SnapshotId]),
        CONSTRAINT [FK_Reports_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE TABLE [SnapshotReadings] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [Position] int NOT NULL,
        [Topic] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Count] int NOT NULL,
        [ReadAt] datetimeoffset NOT NULL,
        [ProblemKind] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
        [ProblemDetail] nvarchar(max) NULL,
        CONSTRAINT [PK_SnapshotReadings] PRIMARY KEY ([SnapshotId], [Position]),
        CONSTRAINT [FK_SnapshotReadings_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE TABLE [SubscribedSkus] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [Position] int NOT NULL,
        [SkuId] uniqueidentifier NOT NULL,
        [SkuPartNumber] nvarchar(max) NOT NULL,
        [CapabilityStatus] nvarchar(max) NOT NULL,
        [ConsumedUnits] int NOT NULL,
        [Enabled] int NOT NULL,
        [Warning] int NOT NULL,
        [Suspended] int NOT NULL,
        [LockedOut] int NOT NULL,
        [ServicePlans] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_SubscribedSkus] PRIMARY KEY ([SnapshotId], [Position]),
        CONSTRAINT [FK_SubscribedSkus_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE TABLE [TenantParts] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [Topic] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ProblemKind] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
        [ProblemDetail] nvarchar(max) NULL,
        CONSTRAINT [PK_TenantParts] PRIMARY KEY ([SnapshotId], [Topic]),
        CONSTRAINT [FK_TenantParts_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE INDEX [IX_CurrentSnapshot_SnapshotId] ON [CurrentSnapshot] ([SnapshotId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE INDEX [IX_LicenceSetSkus_SnapshotId_SkuId_LicenceSet] ON [LicenceSetSkus] ([SnapshotId], [SkuId], [LicenceSet]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE INDEX [IX_People_SnapshotId_IsNameless_SortName_Id_Footprint] ON [People] ([SnapshotId], [IsNameless], [SortName], [Id], [Footprint]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    CREATE INDEX [IX_Snapshots_StartedAt] ON [Snapshots] ([StartedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    EXEC(N'CREATE TRIGGER [AuditEntries_AppendOnly] ON [AuditEntries] INSTEAD OF UPDATE, DELETE
    AS THROW 50001, ''The audit record only grows.'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123123421_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261123123421_Initial', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE TABLE QRTZ_JOB_DETAILS (
      SCHED_NAME nvarchar(120) NOT NULL,
      JOB_NAME nvarchar(150) NOT NULL,
      JOB_GROUP nvarchar(150) NOT NULL,
      DESCRIPTION nvarchar(250) NULL,
      JOB_CLASS_NAME nvarchar(250) NOT NULL,
      IS_DURABLE bit NOT NULL,
      IS_NONCONCURRENT bit NOT NULL,
      IS_UPDATE_DATA bit NOT NULL,
      REQUESTS_RECOVERY bit NOT NULL,
      JOB_DATA varbinary(max) NULL,
      CONSTRAINT PK_QRTZ_JOB_DETAILS PRIMARY KEY (SCHED_NAME,JOB_NAME,JOB_GROUP)
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE TABLE QRTZ_TRIGGERS (
      SCHED_NAME nvarchar(120) NOT NULL,
      TRIGGER_NAME nvarchar(150) NOT NULL,
      TRIGGER_GROUP nvarchar(150) NOT NULL,
      JOB_NAME nvarchar(150) NOT NULL,
      JOB_GROUP nvarchar(150) NOT NULL,
      DESCRIPTION nvarchar(250) NULL,
      NEXT_FIRE_TIME bigint NULL,
      PREV_FIRE_TIME bigint NULL,
      PRIORITY int NULL,
      TRIGGER_STATE nvarchar(16) NOT NULL,
      TRIGGER_TYPE nvarchar(8) NOT NULL,
      START_TIME bigint NOT NULL,
      END_TIME bigint NULL,
      CALENDAR_NAME nvarchar(200) NULL,
      MISFIRE_INSTR int NULL,
      MISFIRE_ORIG_FIRE_TIME bigint NULL,
      EXECUTION_GROUP nvarchar(200) NULL,
      PREFERRED_NODE nvarchar(200) NULL,
      PREFERRED_NODE_AUTO bit NOT NULL DEFAULT 0,
      RETRY_POLICY nvarchar(250) NULL,
      RETRY_ATTEMPT int NULL,
      CONTINUES_TRIGGER_NAME nvarchar(150) NULL,
      CONTINUES_TRIGGER_GROUP nvarchar(150) NULL,
      CONTINUATION_CONDITION int NULL,
      OVERLAP_POLICY int NULL,
      PAUSE_REASON nvarchar(250) NULL,
      PAUSED_BY nvarchar(200) NULL,
      PAUSED_AT bigint NULL,
      MISFIRE_THRESHOLD bigint NULL,
      FIXED_DELAY bit NULL,
      JOB_DATA varbinary(max) NULL,
      CONSTRAINT PK_QRTZ_TRIGGERS PRIMARY KEY (SCHED_NAME,TRIGGER_NAME,TRIGGER_GROUP),
      CONSTRAINT FK_QRTZ_TRIGGERS_QRTZ_JOB_DETAILS FOREIGN KEY (SCHED_NAME,JOB_NAME,JOB_GROUP) REFERENCES QRTZ_JOB_DETAILS (SCHED_NAME,JOB_NAME,JOB_GROUP)
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE TABLE QRTZ_SIMPLE_TRIGGERS (
      SCHED_NAME nvarchar(120) NOT NULL,
      TRIGGER_NAME nvarchar(150) NOT NULL,
      TRIGGER_GROUP nvarchar(150) NOT NULL,
      REPEAT_COUNT int NOT NULL,
      REPEAT_INTERVAL bigint NOT NULL,
      TIMES_TRIGGERED int NOT NULL,
      CONSTRAINT PK_QRTZ_SIMPLE_TRIGGERS PRIMARY KEY (SCHED_NAME,TRIGGER_NAME,TRIGGER_GROUP),
      CONSTRAINT FK_QRTZ_SIMPLE_TRIGGERS_QRTZ_TRIGGERS FOREIGN KEY (SCHED_NAME,TRIGGER_NAME,TRIGGER_GROUP) REFERENCES QRTZ_TRIGGERS (SCHED_NAME,TRIGGER_NAME,TRIGGER_GROUP) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE TABLE QRTZ_CRON_TRIGGERS (
      SCHED_NAME nvarchar(120) NOT NULL,
      TRIGGER_NAME nvarchar(150) NOT NULL,
      TRIGGER_GROUP nvarchar(150) NOT NULL,
      CRON_EXPRESSION nvarchar(120) NOT NULL,
      TIME_ZONE_ID nvarchar(80),
      CONSTRAINT PK_QRTZ_CRON_TRIGGERS PRIMARY KEY (SCHED_NAME,TRIGGER_NAME,TRIGGER_GROUP),
      CONSTRAINT FK_QRTZ_CRON_TRIGGERS_QRTZ_TRIGGERS FOREIGN KEY (SCHED_NAME,TRIGGER_NAME,TRIGGER_GROUP) REFERENCES QRTZ_TRIGGERS (SCHED_NAME,TRIGGER_NAME,TRIGGER_GROUP) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE TABLE QRTZ_SIMPROP_TRIGGERS (
      SCHED_NAME nvarchar(120) NOT NULL,
      TRIGGER_NAME nvarchar(150) NOT NULL,
      TRIGGER_GROUP nvarchar(150) NOT NULL,
      STR_PROP_1 nvarchar(512) NULL,
      STR_PROP_2 nvarchar(512) NULL,
      STR_PROP_3 nvarchar(512) NULL,
      INT_PROP_1 int NULL,
      INT_PROP_2 int NULL,
      LONG_PROP_1 bigint NULL,
      LONG_PROP_2 bigint NULL,
      DEC_PROP_1 numeric(13,4) NULL,
      DEC_PROP_2 numeric(13,4) NULL,
      BOOL_PROP_1 bit NULL,
      BOOL_PROP_2 bit NULL,
      TIME_ZONE_ID nvarchar(80) NULL,
      CONSTRAINT PK_QRTZ_SIMPROP_TRIGGERS PRIMARY KEY (SCHED_NAME,TRIGGER_NAME,TRIGGER_GROUP),
      CONSTRAINT FK_QRTZ_SIMPROP_TRIGGERS_QRTZ_TRIGGERS FOREIGN KEY (SCHED_NAME,TRIGGER_NAME,TRIGGER_GROUP) REFERENCES QRTZ_TRIGGERS (SCHED_NAME,TRIGGER_NAME,TRIGGER_GROUP) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE TABLE QRTZ_BLOB_TRIGGERS (
      SCHED_NAME nvarchar(120) NOT NULL,
      TRIGGER_NAME nvarchar(150) NOT NULL,
      TRIGGER_GROUP nvarchar(150) NOT NULL,
      BLOB_DATA varbinary(max) NULL,
      CONSTRAINT PK_QRTZ_BLOB_TRIGGERS PRIMARY KEY (SCHED_NAME,TRIGGER_NAME,TRIGGER_GROUP)
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE TABLE QRTZ_CALENDARS (
      SCHED_NAME nvarchar(120) NOT NULL,
      CALENDAR_NAME nvarchar(200) NOT NULL,
      CALENDAR varbinary(max) NOT NULL,
      CONSTRAINT PK_QRTZ_CALENDARS PRIMARY KEY (SCHED_NAME,CALENDAR_NAME)
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE TABLE QRTZ_PAUSED_TRIGGER_GRPS (
      SCHED_NAME nvarchar(120) NOT NULL,
      TRIGGER_GROUP nvarchar(150) NOT NULL,
      PAUSE_REASON nvarchar(250) NULL,
      PAUSED_BY nvarchar(200) NULL,
      PAUSED_AT bigint NULL,
      CONSTRAINT PK_QRTZ_PAUSED_TRIGGER_GRPS PRIMARY KEY (SCHED_NAME,TRIGGER_GROUP)
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE TABLE QRTZ_PAUSED_JOB_GRPS (
      SCHED_NAME nvarchar(120) NOT NULL,
      JOB_GROUP nvarchar(150) NOT NULL,
      PAUSE_REASON nvarchar(250) NULL,
      PAUSED_BY nvarchar(200) NULL,
      PAUSED_AT bigint NULL,
      CONSTRAINT PK_QRTZ_PAUSED_JOB_GRPS PRIMARY KEY (SCHED_NAME,JOB_GROUP)
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE TABLE QRTZ_FIRED_TRIGGERS (
      SCHED_NAME nvarchar(120) NOT NULL,
      ENTRY_ID nvarchar(140) NOT NULL,
      TRIGGER_NAME nvarchar(150) NOT NULL,
      TRIGGER_GROUP nvarchar(150) NOT NULL,
      INSTANCE_NAME nvarchar(200) NOT NULL,
      FIRED_TIME bigint NOT NULL,
      SCHED_TIME bigint NOT NULL,
      PRIORITY int NOT NULL,
      STATE nvarchar(16) NOT NULL,
      JOB_NAME nvarchar(150) NULL,
      JOB_GROUP nvarchar(150) NULL,
      IS_NONCONCURRENT bit NULL,
      REQUESTS_RECOVERY bit NULL,
      EXECUTION_GROUP nvarchar(200) NULL,
      PROGRESS int NULL,
      PROGRESS_MESSAGE nvarchar(250) NULL,
      INTERRUPT_REQUESTED_TIME bigint NULL,
      CONSTRAINT PK_QRTZ_FIRED_TRIGGERS PRIMARY KEY (SCHED_NAME,ENTRY_ID)
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE TABLE QRTZ_SCHEDULER_STATE (
      SCHED_NAME nvarchar(120) NOT NULL,
      INSTANCE_NAME nvarchar(200) NOT NULL,
      LAST_CHECKIN_TIME bigint NOT NULL,
      CHECKIN_INTERVAL bigint NOT NULL,
      QUARTZ_VERSION nvarchar(20) NULL,
      CONSTRAINT PK_QRTZ_SCHEDULER_STATE PRIMARY KEY (SCHED_NAME,INSTANCE_NAME)
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE TABLE QRTZ_LOCKS (
      SCHED_NAME nvarchar(120) NOT NULL,
      LOCK_NAME nvarchar(40) NOT NULL,
      CONSTRAINT PK_QRTZ_LOCKS PRIMARY KEY (SCHED_NAME,LOCK_NAME)
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE INDEX IDX_QRTZ_J_G_N ON QRTZ_JOB_DETAILS(SCHED_NAME, JOB_GROUP, JOB_NAME);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE INDEX IDX_QRTZ_T_J ON QRTZ_TRIGGERS(SCHED_NAME, JOB_NAME, JOB_GROUP);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE INDEX IDX_QRTZ_T_G_N ON QRTZ_TRIGGERS(SCHED_NAME, TRIGGER_GROUP, TRIGGER_NAME);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE INDEX IDX_QRTZ_T_C ON QRTZ_TRIGGERS(SCHED_NAME, CALENDAR_NAME);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE INDEX IDX_QRTZ_T_NFT_ST ON QRTZ_TRIGGERS(SCHED_NAME, TRIGGER_STATE, NEXT_FIRE_TIME ASC, PRIORITY DESC, MISFIRE_INSTR);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE INDEX IDX_QRTZ_FT_INST_JOB_REQ_RCVRY ON QRTZ_FIRED_TRIGGERS(SCHED_NAME, INSTANCE_NAME, REQUESTS_RECOVERY);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE INDEX IDX_QRTZ_FT_J_G ON QRTZ_FIRED_TRIGGERS(SCHED_NAME, JOB_NAME, JOB_GROUP);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    CREATE INDEX IDX_QRTZ_FT_T_G ON QRTZ_FIRED_TRIGGERS(SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125082632_Scheduler'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261125082632_Scheduler', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    DROP TABLE [People];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    CREATE TABLE [People] (
        [Key] bigint NOT NULL,
        [Since] int NOT NULL,
        [Until] int NOT NULL,
        [Id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [DisplayName] nvarchar(max) NULL,
        [UserPrincipalName] nvarchar(max) NULL,
        [Mail] nvarchar(max) NULL,
        [ProfileId] int NOT NULL,
        [DepartmentId] int NULL,
        [JobTitleId] int NULL,
        [OfficeLocationId] int NULL,
        [CountryId] int NULL,
        [UsageLocationId] int NULL,
        [SortName] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_People] PRIMARY KEY ([Key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_People_Until] ON [People] ([Until]) WHERE "Until" < 2147483647');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    DROP TABLE [LicenceSets];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    DROP TABLE [LicenceSetSkus];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    ALTER TABLE [Snapshots] ADD [Added] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    ALTER TABLE [Snapshots] ADD [BaseId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    ALTER TABLE [Snapshots] ADD [Bytes] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    ALTER TABLE [Snapshots] ADD [Calls] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    ALTER TABLE [Snapshots] ADD [CancelRequested] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    ALTER TABLE [Snapshots] ADD [Changed] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    ALTER TABLE [Snapshots] ADD [FirstKey] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    ALTER TABLE [Snapshots] ADD [GroupsMark] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    ALTER TABLE [Snapshots] ADD [Kind] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    ALTER TABLE [Snapshots] ADD [KindBecause] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    ALTER TABLE [Snapshots] ADD [Number] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    ALTER TABLE [Snapshots] ADD [Removed] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    ALTER TABLE [Snapshots] ADD [Retries] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    ALTER TABLE [Snapshots] ADD [Roster] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    ALTER TABLE [Snapshots] ADD [Throttled] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    ALTER TABLE [Snapshots] ADD [Units] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    ALTER TABLE [Snapshots] ADD [UsersMark] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    ALTER TABLE [Snapshots] ADD [Waited] time NOT NULL DEFAULT '00:00:00';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    CREATE TABLE [GroupCounts] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [Dimension] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [LabelId] int NOT NULL,
        [Footprint] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [People] int NOT NULL,
        CONSTRAINT [PK_GroupCounts] PRIMARY KEY ([SnapshotId], [Dimension], [LabelId], [Footprint]),
        CONSTRAINT [FK_GroupCounts_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    CREATE TABLE [GroupVerdicts] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [Position] int NOT NULL,
        [Dimension] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Value] nvarchar(max) NOT NULL,
        [ExperienceId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Ready] int NOT NULL,
        [NotReady] int NOT NULL,
        [Unknown] int NOT NULL,
        [NotApplicable] int NOT NULL,
        CONSTRAINT [PK_GroupVerdicts] PRIMARY KEY ([SnapshotId], [Position]),
        CONSTRAINT [FK_GroupVerdicts_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    CREATE TABLE [Holdings] (
        [Id] int NOT NULL,
        [Hash] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Json] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_Holdings] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    CREATE TABLE [HoldingsSkus] (
        [HoldingsId] int NOT NULL,
        [SkuId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_HoldingsSkus] PRIMARY KEY ([SkuId], [HoldingsId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    CREATE TABLE [Labels] (
        [Id] int NOT NULL,
        [Text] nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_Labels] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    CREATE TABLE [PeopleById] (
        [Roster] int NOT NULL,
        [Id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Key] bigint NOT NULL,
        CONSTRAINT [PK_PeopleById] PRIMARY KEY ([Roster], [Id], [Key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    CREATE TABLE [PeopleByName] (
        [Roster] int NOT NULL,
        [SortName] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Key] bigint NOT NULL,
        [ProfileId] int NOT NULL,
        CONSTRAINT [PK_PeopleByName] PRIMARY KEY ([Roster], [SortName], [Key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    CREATE TABLE [PeopleWords] (
        [Word] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Key] bigint NOT NULL,
        CONSTRAINT [PK_PeopleWords] PRIMARY KEY ([Word], [Key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    CREATE TABLE [Profiles] (
        [Id] int NOT NULL,
        [HoldingsId] int NOT NULL,
        [UserType] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
        [AccountEnabled] bit NULL,
        [Invitation] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
        [HasUsageLocation] bit NOT NULL,
        CONSTRAINT [PK_Profiles] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    CREATE TABLE [ScanCheckpoints] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [Stage] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Link] nvarchar(max) NULL,
        [NextKey] bigint NOT NULL,
        [IndexedTo] bigint NOT NULL,
        [PeopleExpected] int NULL,
        [Revision] int NOT NULL,
        CONSTRAINT [PK_ScanCheckpoints] PRIMARY KEY ([SnapshotId]),
        CONSTRAINT [FK_ScanCheckpoints_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    CREATE TABLE [SnapshotProfiles] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [ProfileId] int NOT NULL,
        [Footprint] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [People] int NOT NULL,
        CONSTRAINT [PK_SnapshotProfiles] PRIMARY KEY ([SnapshotId], [ProfileId]),
        CONSTRAINT [FK_SnapshotProfiles_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    EXEC(N'UPDATE "Snapshots" SET "Number" = (SELECT COUNT(*) FROM "Snapshots" AS "earlier" WHERE "earlier"."StartedAt" < "Snapshots"."StartedAt" OR ("earlier"."StartedAt" = "Snapshots"."StartedAt" AND "earlier"."Id" <= "Snapshots"."Id")), "Kind" = ''Full'', "IsEmptied" = 1, "State" = CASE WHEN "State" = ''Running'' THEN ''Failed'' ELSE "State" END');
    DELETE FROM "CurrentSnapshot";
    DELETE FROM "FootprintVerdicts";
    DELETE FROM "Footprints";
    DELETE FROM "SubscribedSkus";
    DELETE FROM "Groups";
    DELETE FROM "Policies";
    DELETE FROM "NamedLocations";
    DELETE FROM "TenantParts";
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Snapshots_Number] ON [Snapshots] ([Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Holdings_Hash] ON [Holdings] ([Hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Labels_Text] ON [Labels] ([Text]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    CREATE INDEX [IX_PeopleWords_Key] ON [PeopleWords] ([Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    CREATE INDEX [IX_Profiles_HoldingsId] ON [Profiles] ([HoldingsId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    CREATE INDEX [IX_SnapshotProfiles_SnapshotId_Footprint] ON [SnapshotProfiles] ([SnapshotId], [Footprint]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125083214_Rosters'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261125083214_Rosters', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125123102_PlansCheckpoint'
)
BEGIN
    ALTER TABLE [ScanCheckpoints] ADD [SkuId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125123102_PlansCheckpoint'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261125123102_PlansCheckpoint', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125134241_TenantFacts'
)
BEGIN
    ALTER TABLE [TenantParts] ADD [Facts] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125134241_TenantFacts'
)
BEGIN
    ALTER TABLE [CheckResults] ADD [IsHint] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125134241_TenantFacts'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261125134241_TenantFacts', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125135921_Rollouts'
)
BEGIN
    ALTER TABLE [CheckResults] ADD [Since] datetimeoffset NOT NULL DEFAULT '0001-01-01T00:00:00.0000000+00:00';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125135921_Rollouts'
)
BEGIN
    ALTER TABLE [AuditEntries] ADD [After] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125135921_Rollouts'
)
BEGIN
    ALTER TABLE [AuditEntries] ADD [Before] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125135921_Rollouts'
)
BEGIN
    ALTER TABLE [AuditEntries] ADD [Hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125135921_Rollouts'
)
BEGIN
    ALTER TABLE [AuditEntries] ADD [Number] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125135921_Rollouts'
)
BEGIN
    ALTER TABLE [AuditEntries] ADD [RolloutId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125135921_Rollouts'
)
BEGIN
    CREATE TABLE [AuditEnd] (
        [Id] int NOT NULL,
        [Number] bigint NOT NULL,
        [Hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_AuditEnd] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125135921_Rollouts'
)
BEGIN
    CREATE TABLE [Rollouts] (
        [Id] uniqueidentifier NOT NULL,
        [Name] nvarchar(max) NOT NULL,
        [PlaybookId] nvarchar(max) NOT NULL,
        [PlaybookVersion] int NOT NULL,
        [Experiences] nvarchar(max) NOT NULL,
        [TargetDate] date NULL,
        [IsArchived] bit NOT NULL,
        [Version] int NOT NULL,
        [CreatedAt] datetimeoffset NOT NULL,
        CONSTRAINT [PK_Rollouts] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125135921_Rollouts'
)
BEGIN
    CREATE TABLE [Evidence] (
        [Id] uniqueidentifier NOT NULL,
        [RolloutId] uniqueidentifier NOT NULL,
        [TaskId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Source] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [At] datetimeoffset NOT NULL,
        [ById] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ByName] nvarchar(max) NOT NULL,
        [Words] nvarchar(max) NOT NULL,
        [Answer] nvarchar(max) NULL,
        [IsTakenBack] bit NOT NULL,
        CONSTRAINT [PK_Evidence] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Evidence_Rollouts_RolloutId] FOREIGN KEY ([RolloutId]) REFERENCES [Rollouts] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125135921_Rollouts'
)
BEGIN
    CREATE TABLE [TaskComments] (
        [Id] uniqueidentifier NOT NULL,
        [RolloutId] uniqueidentifier NOT NULL,
        [TaskId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [At] datetimeoffset NOT NULL,
        [ById] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ByName] nvarchar(max) NOT NULL,
        [Text] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_TaskComments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_TaskComments_Rollouts_RolloutId] FOREIGN KEY ([RolloutId]) REFERENCES [Rollouts] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125135921_Rollouts'
)
BEGIN
    CREATE TABLE [TaskWork] (
        [RolloutId] uniqueidentifier NOT NULL,
        [TaskId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [OwnerId] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [OwnerName] nvarchar(max) NULL,
        [Due] date NULL,
        [Intent] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Because] nvarchar(max) NULL,
        [RiskBecause] nvarchar(max) NULL,
        [RiskExpiresOn] date NULL,
        [RiskAskedById] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [RiskAskedByName] nvarchar(max) NULL,
        [RiskAskedAt] datetimeoffset NULL,
        [RiskApprovedById] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [RiskApprovedByName] nvarchar(max) NULL,
        [RiskApprovedAt] datetimeoffset NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_TaskWork] PRIMARY KEY ([RolloutId], [TaskId]),
        CONSTRAINT [FK_TaskWork_Rollouts_RolloutId] FOREIGN KEY ([RolloutId]) REFERENCES [Rollouts] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125135921_Rollouts'
)
BEGIN
    CREATE TABLE [EvidenceFiles] (
        [EvidenceId] uniqueidentifier NOT NULL,
        [Name] nvarchar(max) NOT NULL,
        [ContentType] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Content] varbinary(max) NOT NULL,
        CONSTRAINT [PK_EvidenceFiles] PRIMARY KEY ([EvidenceId]),
        CONSTRAINT [FK_EvidenceFiles_Evidence_EvidenceId] FOREIGN KEY ([EvidenceId]) REFERENCES [Evidence] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125135921_Rollouts'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Hash', N'Number') AND [object_id] = OBJECT_ID(N'[AuditEnd]'))
        SET IDENTITY_INSERT [AuditEnd] ON;
    EXEC(N'INSERT INTO [AuditEnd] ([Id], [Hash], [Number])
    VALUES (1, N'''', CAST(0 AS bigint))');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Hash', N'Number') AND [object_id] = OBJECT_ID(N'[AuditEnd]'))
        SET IDENTITY_INSERT [AuditEnd] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125135921_Rollouts'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_AuditEntries_Number] ON [AuditEntries] ([Number]) WHERE [Number] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125135921_Rollouts'
)
BEGIN
    CREATE INDEX [IX_AuditEntries_RolloutId_Id] ON [AuditEntries] ([RolloutId], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125135921_Rollouts'
)
BEGIN
    CREATE INDEX [IX_Evidence_RolloutId_TaskId] ON [Evidence] ([RolloutId], [TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125135921_Rollouts'
)
BEGIN
    CREATE INDEX [IX_TaskComments_RolloutId_TaskId_At] ON [TaskComments] ([RolloutId], [TaskId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125135921_Rollouts'
)
BEGIN
    CREATE INDEX [IX_TaskWork_OwnerId] ON [TaskWork] ([OwnerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125135921_Rollouts'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261125135921_Rollouts', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125165503_RolloutNotes'
)
BEGIN
    CREATE TABLE [PlaybookEditions] (
        [PlaybookId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Version] int NOT NULL,
        [Content] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_PlaybookEditions] PRIMARY KEY ([PlaybookId], [Version])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125165503_RolloutNotes'
)
BEGIN
    CREATE TABLE [RolloutNotes] (
        [RolloutId] uniqueidentifier NOT NULL,
        [Kind] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Key] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Content] nvarchar(max) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_RolloutNotes] PRIMARY KEY ([RolloutId], [Kind], [Key]),
        CONSTRAINT [FK_RolloutNotes_Rollouts_RolloutId] FOREIGN KEY ([RolloutId]) REFERENCES [Rollouts] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125165503_RolloutNotes'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261125165503_RolloutNotes', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129103251_NameWords'
)
BEGIN
    CREATE TABLE [NameWords] (
        [Word] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_NameWords] PRIMARY KEY ([Word])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129103251_NameWords'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261129103251_NameWords', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129135521_Memberships'
)
BEGIN
    ALTER TABLE [Profiles] ADD [MembershipsId] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129135521_Memberships'
)
BEGIN
    CREATE TABLE [Memberships] (
        [Id] int NOT NULL,
        [Hash] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Json] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_Memberships] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129135521_Memberships'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Memberships_Hash] ON [Memberships] ([Hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129135521_Memberships'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261129135521_Memberships', N'10.0.14');
END;

COMMIT;
GO

