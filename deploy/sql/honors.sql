-- Chinalco Honors: brings a SQL Server database up to date, whatever of it is there already. Made by: honors migrate --script
SET QUOTED_IDENTIFIER ON;
SET XACT_ABORT ON;
GO

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
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE TABLE [AuditRecords] (
        [Id] uniqueidentifier NOT NULL,
        [EntityKind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [EntityId] uniqueidentifier NOT NULL,
        [Sequence] bigint NOT NULL,
        [At] datetime2 NOT NULL,
        [ActorId] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ActorName] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Action] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Reason] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        [Detail] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CommandId] uniqueidentifier NOT NULL,
        [PreviousHash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_AuditRecords] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE TABLE [Awards] (
        [Id] uniqueidentifier NOT NULL,
        [Code] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
        [Name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Level] int NOT NULL,
        [TreatmentLevel] int NULL,
        [Family] int NOT NULL,
        [ConferringBody] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [Cycle] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [Summary] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        [Recipients] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [IsGeneric] bit NOT NULL,
        [Version] bigint NOT NULL,
        [PageVersion] bigint NOT NULL,
        CONSTRAINT [PK_Awards] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE TABLE [Honorees] (
        [Id] uniqueidentifier NOT NULL,
        [Name] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [EmployeeNumber] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
        [Status] int NOT NULL,
        [IsSample] bit NOT NULL,
        [Version] bigint NOT NULL,
        [PageVersion] bigint NOT NULL,
        [NameSortKey] varbinary(120) NULL,
        CONSTRAINT [PK_Honorees] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE TABLE [Issues] (
        [Id] uniqueidentifier NOT NULL,
        [Newspaper] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Number] int NOT NULL,
        [Date] date NULL,
        CONSTRAINT [PK_Issues] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE TABLE [Leases] (
        [Name] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Owner] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Until] datetime2 NOT NULL,
        [Term] bigint NOT NULL,
        CONSTRAINT [PK_Leases] PRIMARY KEY ([Name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE TABLE [ProcessedCommands] (
        [CommandId] uniqueidentifier NOT NULL,
        [Kind] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Outcome] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_ProcessedCommands] PRIMARY KEY ([CommandId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE TABLE [SourceFiles] (
        [Id] uniqueidentifier NOT NULL,
        [FileName] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Length] int NOT NULL,
        [Sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Content] varbinary(max) NOT NULL,
        [Provenance] int NOT NULL,
        [ReceivedFrom] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ReceivedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_SourceFiles] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE TABLE [Units] (
        [Id] uniqueidentifier NOT NULL,
        [Code] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
        [Name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Tier] int NOT NULL,
        [ParentId] uniqueidentifier NULL,
        [Place] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [Summary] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        [IsSample] bit NOT NULL,
        [Version] bigint NOT NULL,
        [PageVersion] bigint NOT NULL,
        CONSTRAINT [PK_Units] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Units_Units_ParentId] FOREIGN KEY ([ParentId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE TABLE [AwardAliases] (
        [Id] uniqueidentifier NOT NULL,
        [AwardId] uniqueidentifier NOT NULL,
        [Name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_AwardAliases] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AwardAliases_Awards_AwardId] FOREIGN KEY ([AwardId]) REFERENCES [Awards] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE TABLE [Articles] (
        [Id] uniqueidentifier NOT NULL,
        [SourceFileId] uniqueidentifier NOT NULL,
        [Ordinal] int NOT NULL,
        [IssueId] uniqueidentifier NULL,
        [Page] int NULL,
        [Date] date NULL,
        [Title] nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
        [Subtitles] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Authors] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Series] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [Text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [TextSha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Format] int NOT NULL,
        [Provenance] int NOT NULL,
        [SourceNote] nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
        [Warnings] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [IsNotice] bit NOT NULL,
        [PageVersion] bigint NOT NULL,
        CONSTRAINT [PK_Articles] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Articles_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Articles_SourceFiles_SourceFileId] FOREIGN KEY ([SourceFileId]) REFERENCES [SourceFiles] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE TABLE [IngestionJobs] (
        [Id] uniqueidentifier NOT NULL,
        [SourceFileId] uniqueidentifier NOT NULL,
        [FileName] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ActorId] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ActorName] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [State] int NOT NULL,
        [Stage] int NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [FinishedAt] datetime2 NULL,
        [Articles] int NOT NULL,
        [Findings] int NOT NULL,
        [Confirmed] int NOT NULL,
        [Waiting] int NOT NULL,
        [Message] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
        [Attempts] int NOT NULL,
        [ClaimedBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [ClaimedUntil] datetime2 NULL,
        CONSTRAINT [PK_IngestionJobs] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IngestionJobs_SourceFiles_SourceFileId] FOREIGN KEY ([SourceFileId]) REFERENCES [SourceFiles] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE TABLE [Employments] (
        [Id] uniqueidentifier NOT NULL,
        [HonoreeId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NULL,
        [UnitText] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Position] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [From] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL,
        [To] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_Employments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Employments_Honorees_HonoreeId] FOREIGN KEY ([HonoreeId]) REFERENCES [Honorees] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_Employments_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE TABLE [UnitNames] (
        [Id] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [Order] int NOT NULL,
        [Name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Kind] int NOT NULL,
        [From] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL,
        [To] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_UnitNames] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_UnitNames_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE TABLE [Documents] (
        [Id] uniqueidentifier NOT NULL,
        [Kind] int NOT NULL,
        [Title] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Number] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [IssuingBody] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [Date] date NULL,
        [ArticleId] uniqueidentifier NULL,
        [PageVersion] bigint NOT NULL,
        CONSTRAINT [PK_Documents] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Documents_Articles_ArticleId] FOREIGN KEY ([ArticleId]) REFERENCES [Articles] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE TABLE [Mentions] (
        [Id] uniqueidentifier NOT NULL,
        [ArticleId] uniqueidentifier NOT NULL,
        [Kind] int NOT NULL,
        [Start] int NOT NULL,
        [End] int NOT NULL,
        [HonoreeId] uniqueidentifier NULL,
        [UnitId] uniqueidentifier NULL,
        [AwardId] uniqueidentifier NULL,
        CONSTRAINT [PK_Mentions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Mentions_Articles_ArticleId] FOREIGN KEY ([ArticleId]) REFERENCES [Articles] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_Mentions_Awards_AwardId] FOREIGN KEY ([AwardId]) REFERENCES [Awards] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Mentions_Honorees_HonoreeId] FOREIGN KEY ([HonoreeId]) REFERENCES [Honorees] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Mentions_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE TABLE [Conferrals] (
        [Id] uniqueidentifier NOT NULL,
        [AwardId] uniqueidentifier NOT NULL,
        [Year] int NULL,
        [Edition] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [AwardAsPrinted] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Level] int NOT NULL,
        [ConferringBody] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [DocumentId] uniqueidentifier NULL,
        [Status] int NOT NULL,
        [StatusReason] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        [EnteredAt] datetime2 NOT NULL,
        [RecipientsKey] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_Conferrals] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Conferrals_Awards_AwardId] FOREIGN KEY ([AwardId]) REFERENCES [Awards] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Conferrals_Documents_DocumentId] FOREIGN KEY ([DocumentId]) REFERENCES [Documents] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE TABLE [Evidence] (
        [Id] uniqueidentifier NOT NULL,
        [ConferralId] uniqueidentifier NOT NULL,
        [ArticleId] uniqueidentifier NULL,
        [Start] int NULL,
        [End] int NULL,
        [Quote] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [QuoteSha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [DocumentId] uniqueidentifier NULL,
        [AssertedBy] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [EnteredBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [EnteredAt] datetime2 NOT NULL,
        [FindingId] uniqueidentifier NULL,
        CONSTRAINT [PK_Evidence] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Evidence_Articles_ArticleId] FOREIGN KEY ([ArticleId]) REFERENCES [Articles] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Evidence_Conferrals_ConferralId] FOREIGN KEY ([ConferralId]) REFERENCES [Conferrals] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_Evidence_Documents_DocumentId] FOREIGN KEY ([DocumentId]) REFERENCES [Documents] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE TABLE [Findings] (
        [Id] uniqueidentifier NOT NULL,
        [ArticleId] uniqueidentifier NOT NULL,
        [Ordinal] int NOT NULL,
        [Kind] int NOT NULL,
        [State] int NOT NULL,
        [RecipientName] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [RecipientKind] int NOT NULL,
        [UnitText] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [UnitName] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [Position] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [HonoreeId] uniqueidentifier NULL,
        [AwardText] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AwardName] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Level] int NULL,
        [ConferringBody] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [Year] int NULL,
        [Edition] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [Start] int NOT NULL,
        [End] int NOT NULL,
        [Quote] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Rule] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Score] float NOT NULL,
        [Explanation] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ConferralId] uniqueidentifier NULL,
        [DecidedBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [DecidedAt] datetime2 NULL,
        [DecisionReason] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_Findings] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Findings_Articles_ArticleId] FOREIGN KEY ([ArticleId]) REFERENCES [Articles] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Findings_Conferrals_ConferralId] FOREIGN KEY ([ConferralId]) REFERENCES [Conferrals] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Findings_Honorees_HonoreeId] FOREIGN KEY ([HonoreeId]) REFERENCES [Honorees] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE TABLE [Recipients] (
        [Id] uniqueidentifier NOT NULL,
        [ConferralId] uniqueidentifier NOT NULL,
        [Order] int NOT NULL,
        [Kind] int NOT NULL,
        [HonoreeId] uniqueidentifier NULL,
        [UnitId] uniqueidentifier NULL,
        [NameAsPrinted] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [UnitAsPrinted] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_Recipients] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Recipients_Conferrals_ConferralId] FOREIGN KEY ([ConferralId]) REFERENCES [Conferrals] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_Recipients_Honorees_HonoreeId] FOREIGN KEY ([HonoreeId]) REFERENCES [Honorees] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Recipients_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Articles_Date] ON [Articles] ([Date]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Articles_IssueId] ON [Articles] ([IssueId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Articles_SourceFileId_Ordinal] ON [Articles] ([SourceFileId], [Ordinal]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditRecords_CommandId] ON [AuditRecords] ([CommandId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AuditRecords_EntityKind_EntityId_Sequence] ON [AuditRecords] ([EntityKind], [EntityId], [Sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_AwardAliases_AwardId] ON [AwardAliases] ([AwardId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_AwardAliases_Name] ON [AwardAliases] ([Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Awards_Code] ON [Awards] ([Code]) WHERE [Code] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Awards_Name] ON [Awards] ([Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Conferrals_AwardId_RecipientsKey] ON [Conferrals] ([AwardId], [RecipientsKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Conferrals_DocumentId] ON [Conferrals] ([DocumentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Conferrals_EnteredAt] ON [Conferrals] ([EnteredAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Documents_ArticleId] ON [Documents] ([ArticleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Documents_Number] ON [Documents] ([Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Employments_HonoreeId] ON [Employments] ([HonoreeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Employments_UnitId] ON [Employments] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Evidence_ArticleId] ON [Evidence] ([ArticleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Evidence_ConferralId] ON [Evidence] ([ConferralId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Evidence_DocumentId] ON [Evidence] ([DocumentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Findings_ArticleId] ON [Findings] ([ArticleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Findings_ConferralId] ON [Findings] ([ConferralId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Findings_HonoreeId] ON [Findings] ([HonoreeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Findings_State] ON [Findings] ([State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Honorees_EmployeeNumber] ON [Honorees] ([EmployeeNumber]) WHERE [EmployeeNumber] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Honorees_Name] ON [Honorees] ([Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Honorees_NameSortKey] ON [Honorees] ([NameSortKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_IngestionJobs_CreatedAt] ON [IngestionJobs] ([CreatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_IngestionJobs_SourceFileId] ON [IngestionJobs] ([SourceFileId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_IngestionJobs_State] ON [IngestionJobs] ([State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Issues_Date] ON [Issues] ([Date]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Issues_Newspaper_Number] ON [Issues] ([Newspaper], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Mentions_ArticleId] ON [Mentions] ([ArticleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Mentions_AwardId] ON [Mentions] ([AwardId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Mentions_HonoreeId] ON [Mentions] ([HonoreeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Mentions_UnitId] ON [Mentions] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Recipients_ConferralId] ON [Recipients] ([ConferralId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Recipients_HonoreeId] ON [Recipients] ([HonoreeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Recipients_UnitId] ON [Recipients] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SourceFiles_Sha256] ON [SourceFiles] ([Sha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_UnitNames_Name] ON [UnitNames] ([Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_UnitNames_UnitId] ON [UnitNames] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Units_Code] ON [Units] ([Code]) WHERE [Code] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Units_Name] ON [Units] ([Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    CREATE INDEX [IX_Units_ParentId] ON [Units] ([ParentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122144045_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122144045_Initial', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    ALTER TABLE [Honorees] ADD [NumberVisibility] int NOT NULL DEFAULT 2;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    ALTER TABLE [Honorees] ADD [StatusVisibility] int NOT NULL DEFAULT 1;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    ALTER TABLE [Honorees] ADD [Visibility] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    ALTER TABLE [Employments] ADD [Visibility] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    EXEC(N'UPDATE [Employments] SET [Visibility] = 1 WHERE [To] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    ALTER TABLE [Conferrals] ADD [Visibility] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    ALTER TABLE [AuditRecords] ADD [AnchorSequence] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    CREATE TABLE [Accounts] (
        [Id] uniqueidentifier NOT NULL,
        [SignInName] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [NormalizedName] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [DisplayName] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [HonoreeId] uniqueidentifier NULL,
        [IsDemo] bit NOT NULL,
        [IsDisabled] bit NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [LastSignInAt] datetime2 NULL,
        [PasswordHash] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [MustChangePassword] bit NOT NULL,
        [SecurityStamp] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [FailedSignIns] int NOT NULL,
        [LockedUntil] datetime2 NULL,
        [TwoFactorEnabled] bit NOT NULL,
        [ProtectedAuthenticatorKey] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        [RecoveryCodeHashes] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
        [ExternalIssuer] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [ExternalSubject] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Accounts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Accounts_Honorees_HonoreeId] FOREIGN KEY ([HonoreeId]) REFERENCES [Honorees] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    CREATE TABLE [AuditAnchors] (
        [Sequence] bigint NOT NULL,
        [At] datetime2 NOT NULL,
        [Records] int NOT NULL,
        [Root] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [PreviousHash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_AuditAnchors] PRIMARY KEY ([Sequence])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    CREATE TABLE [ProtectionKeys] (
        [Name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Xml] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_ProtectionKeys] PRIMARY KEY ([Name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    CREATE TABLE [RoleGrants] (
        [Id] uniqueidentifier NOT NULL,
        [AccountId] uniqueidentifier NOT NULL,
        [Role] int NOT NULL,
        [UnitId] uniqueidentifier NULL,
        [GrantedBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [GrantedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_RoleGrants] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RoleGrants_Accounts_AccountId] FOREIGN KEY ([AccountId]) REFERENCES [Accounts] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_RoleGrants_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    CREATE TABLE [SignInSessions] (
        [Id] uniqueidentifier NOT NULL,
        [AccountId] uniqueidentifier NOT NULL,
        [SecurityStamp] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [BeganAt] datetime2 NOT NULL,
        [ExpiresAt] datetime2 NOT NULL,
        [EndedAt] datetime2 NULL,
        [Address] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
        [Device] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_SignInSessions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SignInSessions_Accounts_AccountId] FOREIGN KEY ([AccountId]) REFERENCES [Accounts] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    CREATE INDEX [IX_Honorees_Visibility] ON [Honorees] ([Visibility]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    CREATE INDEX [IX_Conferrals_Visibility] ON [Conferrals] ([Visibility]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    CREATE INDEX [IX_AuditRecords_ActorId_At] ON [AuditRecords] ([ActorId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    CREATE INDEX [IX_AuditRecords_AnchorSequence] ON [AuditRecords] ([AnchorSequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    CREATE INDEX [IX_AuditRecords_At] ON [AuditRecords] ([At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Accounts_ExternalIssuer_ExternalSubject] ON [Accounts] ([ExternalIssuer], [ExternalSubject]) WHERE [ExternalIssuer] IS NOT NULL AND [ExternalSubject] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    CREATE INDEX [IX_Accounts_HonoreeId] ON [Accounts] ([HonoreeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Accounts_NormalizedName] ON [Accounts] ([NormalizedName]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    CREATE INDEX [IX_RoleGrants_AccountId] ON [RoleGrants] ([AccountId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    CREATE INDEX [IX_RoleGrants_UnitId] ON [RoleGrants] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    CREATE INDEX [IX_SignInSessions_AccountId] ON [SignInSessions] ([AccountId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    CREATE INDEX [IX_SignInSessions_BeganAt] ON [SignInSessions] ([BeganAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122170649_SignIn'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122170649_SignIn', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122172926_Desk'
)
BEGIN
    DROP INDEX [IX_Findings_State] ON [Findings];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122172926_Desk'
)
BEGIN
    ALTER TABLE [Findings] ADD [MemoryKey] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122172926_Desk'
)
BEGIN
    ALTER TABLE [Findings] ADD [Round] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122172926_Desk'
)
BEGIN
    ALTER TABLE [Findings] ADD [UnitId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122172926_Desk'
)
BEGIN
    CREATE INDEX [IX_Findings_MemoryKey] ON [Findings] ([MemoryKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122172926_Desk'
)
BEGIN
    CREATE INDEX [IX_Findings_State_Score] ON [Findings] ([State], [Score]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122172926_Desk'
)
BEGIN
    CREATE INDEX [IX_Findings_UnitId] ON [Findings] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122172926_Desk'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122172926_Desk', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194318_RosterImport'
)
BEGIN
    CREATE TABLE [ImportMappings] (
        [Id] uniqueidentifier NOT NULL,
        [Kind] int NOT NULL,
        [Signature] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Fields] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_ImportMappings] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194318_RosterImport'
)
BEGIN
    CREATE TABLE [ImportRuns] (
        [Id] uniqueidentifier NOT NULL,
        [Kind] int NOT NULL,
        [FileName] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Choices] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ActorId] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ActorName] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [State] int NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [FinishedAt] datetime2 NULL,
        [ApprovedDigest] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [Total] int NOT NULL,
        [Written] int NOT NULL,
        [Message] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_ImportRuns] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194318_RosterImport'
)
BEGIN
    CREATE TABLE [PersonnelFiles] (
        [HonoreeId] uniqueidentifier NOT NULL,
        [Gender] int NULL,
        [Born] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL,
        [Hired] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL,
        [PoliticalStatus] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
        [SkillGrade] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
        [Education] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
        [Ethnicity] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_PersonnelFiles] PRIMARY KEY ([HonoreeId]),
        CONSTRAINT [FK_PersonnelFiles_Honorees_HonoreeId] FOREIGN KEY ([HonoreeId]) REFERENCES [Honorees] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194318_RosterImport'
)
BEGIN
    CREATE TABLE [ImportFiles] (
        [RunId] uniqueidentifier NOT NULL,
        [Content] varbinary(max) NOT NULL,
        CONSTRAINT [PK_ImportFiles] PRIMARY KEY ([RunId]),
        CONSTRAINT [FK_ImportFiles_ImportRuns_RunId] FOREIGN KEY ([RunId]) REFERENCES [ImportRuns] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194318_RosterImport'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ImportMappings_Kind_Signature] ON [ImportMappings] ([Kind], [Signature]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194318_RosterImport'
)
BEGIN
    CREATE INDEX [IX_ImportRuns_CreatedAt] ON [ImportRuns] ([CreatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194318_RosterImport'
)
BEGIN
    CREATE INDEX [IX_ImportRuns_State] ON [ImportRuns] ([State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194318_RosterImport'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122194318_RosterImport', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194808_SearchTerms'
)
BEGIN
    CREATE TABLE [ArticleGrams] (
        [Gram] int NOT NULL,
        [ArticleId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ArticleGrams] PRIMARY KEY ([Gram], [ArticleId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194808_SearchTerms'
)
BEGIN
    CREATE TABLE [Derivations] (
        [Name] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Rules] int NOT NULL,
        CONSTRAINT [PK_Derivations] PRIMARY KEY ([Name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194808_SearchTerms'
)
BEGIN
    CREATE TABLE [SearchTerms] (
        [Of] tinyint NOT NULL,
        [Term] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Kind] tinyint NOT NULL,
        [EntityId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_SearchTerms] PRIMARY KEY ([Of], [Term], [Kind], [EntityId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194808_SearchTerms'
)
BEGIN
    CREATE INDEX [IX_Conferrals_Year_Level_Id] ON [Conferrals] ([Year] DESC, [Level], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194808_SearchTerms'
)
BEGIN
    CREATE INDEX [IX_SearchTerms_EntityId] ON [SearchTerms] ([EntityId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194808_SearchTerms'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122194808_SearchTerms', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    ALTER TABLE [IngestionJobs] ADD [RoundId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    ALTER TABLE [Findings] ADD [RepeatsId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    ALTER TABLE [Findings] ADD [Rereadings] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    ALTER TABLE [Findings] ADD [SupersededById] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    ALTER TABLE [Findings] ADD [WrongAward] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    ALTER TABLE [Findings] ADD [WrongRecipient] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    ALTER TABLE [Conferrals] ADD [EndedByFindingId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    ALTER TABLE [Articles] ADD [ReprintOfId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    CREATE TABLE [ArticlePrints] (
        [Id] uniqueidentifier NOT NULL,
        [ArticleId] uniqueidentifier NOT NULL,
        [Value] bigint NOT NULL,
        CONSTRAINT [PK_ArticlePrints] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ArticlePrints_Articles_ArticleId] FOREIGN KEY ([ArticleId]) REFERENCES [Articles] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    CREATE TABLE [IngestionRounds] (
        [Id] uniqueidentifier NOT NULL,
        [Scope] int NOT NULL,
        [Since] date NULL,
        [SourceFileId] uniqueidentifier NULL,
        [ActorId] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ActorName] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [DiscardedBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [DiscardedAt] datetime2 NULL,
        CONSTRAINT [PK_IngestionRounds] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    CREATE TABLE [PageImages] (
        [Id] uniqueidentifier NOT NULL,
        [IssueId] uniqueidentifier NOT NULL,
        [Page] int NOT NULL,
        [Sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [MediaType] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Length] int NOT NULL,
        [Width] int NOT NULL,
        [Height] int NOT NULL,
        [AddedBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AddedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_PageImages] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_PageImages_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    CREATE TABLE [RoundChanges] (
        [Id] uniqueidentifier NOT NULL,
        [RoundId] uniqueidentifier NOT NULL,
        [SourceFileId] uniqueidentifier NOT NULL,
        [ArticleId] uniqueidentifier NOT NULL,
        [Ordinal] int NOT NULL,
        [Kind] int NOT NULL,
        [State] int NOT NULL,
        [FindingId] uniqueidentifier NULL,
        [SeenRound] int NOT NULL,
        [TouchesConferral] bit NOT NULL,
        [Before] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [After] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [UnitId] uniqueidentifier NULL,
        [DecidedBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [DecidedAt] datetime2 NULL,
        CONSTRAINT [PK_RoundChanges] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RoundChanges_Articles_ArticleId] FOREIGN KEY ([ArticleId]) REFERENCES [Articles] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RoundChanges_IngestionRounds_RoundId] FOREIGN KEY ([RoundId]) REFERENCES [IngestionRounds] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    CREATE INDEX [IX_IngestionJobs_RoundId] ON [IngestionJobs] ([RoundId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    CREATE INDEX [IX_Findings_RepeatsId] ON [Findings] ([RepeatsId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    CREATE INDEX [IX_Findings_SupersededById] ON [Findings] ([SupersededById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    CREATE INDEX [IX_Articles_ReprintOfId] ON [Articles] ([ReprintOfId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    CREATE INDEX [IX_Articles_TextSha256] ON [Articles] ([TextSha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    CREATE INDEX [IX_ArticlePrints_ArticleId] ON [ArticlePrints] ([ArticleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    CREATE INDEX [IX_ArticlePrints_Value] ON [ArticlePrints] ([Value]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    CREATE INDEX [IX_IngestionRounds_CreatedAt] ON [IngestionRounds] ([CreatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    CREATE UNIQUE INDEX [IX_PageImages_IssueId_Page] ON [PageImages] ([IssueId], [Page]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    CREATE INDEX [IX_PageImages_Sha256] ON [PageImages] ([Sha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    CREATE INDEX [IX_RoundChanges_ArticleId] ON [RoundChanges] ([ArticleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    CREATE INDEX [IX_RoundChanges_RoundId_SourceFileId_State] ON [RoundChanges] ([RoundId], [SourceFileId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194901_IngestionRounds'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122194901_IngestionRounds', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230135_Editing'
)
BEGIN
    ALTER TABLE [Conferrals] ADD [Date] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230135_Editing'
)
BEGIN
    ALTER TABLE [Conferrals] ADD [StatusBefore] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230135_Editing'
)
BEGIN
    ALTER TABLE [Conferrals] ADD [Version] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230135_Editing'
)
BEGIN
    CREATE TABLE [Certificates] (
        [Id] uniqueidentifier NOT NULL,
        [ConferralId] uniqueidentifier NOT NULL,
        [RecipientId] uniqueidentifier NOT NULL,
        [Order] int NOT NULL,
        [Step] int NOT NULL,
        [Number] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [On] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL,
        [EnteredBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [EnteredAt] datetime2 NOT NULL,
        CONSTRAINT [PK_Certificates] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Certificates_Conferrals_ConferralId] FOREIGN KEY ([ConferralId]) REFERENCES [Conferrals] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_Certificates_Recipients_RecipientId] FOREIGN KEY ([RecipientId]) REFERENCES [Recipients] ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230135_Editing'
)
BEGIN
    CREATE TABLE [DocumentFiles] (
        [Id] uniqueidentifier NOT NULL,
        [DocumentId] uniqueidentifier NOT NULL,
        [FileName] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [MediaType] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Length] int NOT NULL,
        [AddedBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AddedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_DocumentFiles] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DocumentFiles_Documents_DocumentId] FOREIGN KEY ([DocumentId]) REFERENCES [Documents] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230135_Editing'
)
BEGIN
    CREATE TABLE [Revocations] (
        [ConferralId] uniqueidentifier NOT NULL,
        [Body] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [Date] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL,
        [DocumentId] uniqueidentifier NULL,
        [MedalReturned] bit NOT NULL,
        [CertificateReturned] bit NOT NULL,
        [EnteredBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [EnteredAt] datetime2 NOT NULL,
        CONSTRAINT [PK_Revocations] PRIMARY KEY ([ConferralId]),
        CONSTRAINT [FK_Revocations_Conferrals_ConferralId] FOREIGN KEY ([ConferralId]) REFERENCES [Conferrals] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_Revocations_Documents_DocumentId] FOREIGN KEY ([DocumentId]) REFERENCES [Documents] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230135_Editing'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Certificates_ConferralId_RecipientId_Order] ON [Certificates] ([ConferralId], [RecipientId], [Order]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230135_Editing'
)
BEGIN
    CREATE INDEX [IX_Certificates_RecipientId] ON [Certificates] ([RecipientId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230135_Editing'
)
BEGIN
    CREATE INDEX [IX_DocumentFiles_DocumentId] ON [DocumentFiles] ([DocumentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230135_Editing'
)
BEGIN
    CREATE INDEX [IX_DocumentFiles_Sha256] ON [DocumentFiles] ([Sha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230135_Editing'
)
BEGIN
    CREATE INDEX [IX_Revocations_DocumentId] ON [Revocations] ([DocumentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230135_Editing'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122230135_Editing', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123025628_Imports'
)
BEGIN
    CREATE TABLE [Headcounts] (
        [UnitId] uniqueidentifier NOT NULL,
        [Year] int NOT NULL,
        [Number] int NOT NULL,
        [Source] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [EnteredAt] datetime2 NOT NULL,
        CONSTRAINT [PK_Headcounts] PRIMARY KEY ([UnitId], [Year]),
        CONSTRAINT [FK_Headcounts_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123025628_Imports'
)
BEGIN
    CREATE INDEX [IX_Headcounts_Year] ON [Headcounts] ([Year]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123025628_Imports'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261123025628_Imports', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123035850_RequestsAndMerging'
)
BEGIN
    ALTER TABLE [Honorees] ADD [MergedIntoId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123035850_RequestsAndMerging'
)
BEGIN
    CREATE TABLE [HonoreeAliases] (
        [Id] uniqueidentifier NOT NULL,
        [HonoreeId] uniqueidentifier NOT NULL,
        [Kind] int NOT NULL,
        [Text] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_HonoreeAliases] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_HonoreeAliases_Honorees_HonoreeId] FOREIGN KEY ([HonoreeId]) REFERENCES [Honorees] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123035850_RequestsAndMerging'
)
BEGIN
    CREATE TABLE [IdentityChanges] (
        [Id] uniqueidentifier NOT NULL,
        [Kind] int NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [OtherId] uniqueidentifier NOT NULL,
        [OtherName] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Reason] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Journal] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [DoneBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [DoneAt] datetime2 NOT NULL,
        [UndoneBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [UndoneAt] datetime2 NULL,
        [UndoReason] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_IdentityChanges] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123035850_RequestsAndMerging'
)
BEGIN
    CREATE TABLE [Requests] (
        [Id] uniqueidentifier NOT NULL,
        [Kind] int NOT NULL,
        [Fact] int NOT NULL,
        [HonoreeId] uniqueidentifier NOT NULL,
        [ConferralId] uniqueidentifier NULL,
        [ArticleId] uniqueidentifier NULL,
        [Words] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AwardId] uniqueidentifier NULL,
        [AwardText] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [Year] int NULL,
        [ConferringBody] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [DocumentNumber] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [AttachmentName] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [AttachmentSha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [AttachmentType] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
        [AttachmentLength] int NULL,
        [AccountId] uniqueidentifier NOT NULL,
        [AskedBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AskedAt] datetime2 NOT NULL,
        [State] int NOT NULL,
        [DecidedBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [DecidedAt] datetime2 NULL,
        [DecisionReason] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        [OutcomeId] uniqueidentifier NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Requests] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Requests_Accounts_AccountId] FOREIGN KEY ([AccountId]) REFERENCES [Accounts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Requests_Honorees_HonoreeId] FOREIGN KEY ([HonoreeId]) REFERENCES [Honorees] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123035850_RequestsAndMerging'
)
BEGIN
    CREATE INDEX [IX_Honorees_MergedIntoId] ON [Honorees] ([MergedIntoId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123035850_RequestsAndMerging'
)
BEGIN
    CREATE INDEX [IX_HonoreeAliases_HonoreeId] ON [HonoreeAliases] ([HonoreeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123035850_RequestsAndMerging'
)
BEGIN
    CREATE INDEX [IX_HonoreeAliases_Kind_Text] ON [HonoreeAliases] ([Kind], [Text]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123035850_RequestsAndMerging'
)
BEGIN
    CREATE INDEX [IX_IdentityChanges_OtherId] ON [IdentityChanges] ([OtherId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123035850_RequestsAndMerging'
)
BEGIN
    CREATE INDEX [IX_IdentityChanges_PersonId] ON [IdentityChanges] ([PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123035850_RequestsAndMerging'
)
BEGIN
    CREATE INDEX [IX_Requests_AccountId] ON [Requests] ([AccountId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123035850_RequestsAndMerging'
)
BEGIN
    CREATE INDEX [IX_Requests_ArticleId] ON [Requests] ([ArticleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123035850_RequestsAndMerging'
)
BEGIN
    CREATE INDEX [IX_Requests_AttachmentSha256] ON [Requests] ([AttachmentSha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123035850_RequestsAndMerging'
)
BEGIN
    CREATE INDEX [IX_Requests_HonoreeId] ON [Requests] ([HonoreeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123035850_RequestsAndMerging'
)
BEGIN
    CREATE INDEX [IX_Requests_State_AskedAt] ON [Requests] ([State], [AskedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123035850_RequestsAndMerging'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261123035850_RequestsAndMerging', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123055044_UnitHistory'
)
BEGIN
    ALTER TABLE [Units] ADD [DissolvedOn] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123055044_UnitHistory'
)
BEGIN
    ALTER TABLE [Units] ADD [FoundedOn] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123055044_UnitHistory'
)
BEGIN
    ALTER TABLE [Units] ADD [HeirId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123055044_UnitHistory'
)
BEGIN
    CREATE TABLE [UnitChanges] (
        [Id] uniqueidentifier NOT NULL,
        [Kind] int NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [Reason] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Journal] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [DoneBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [DoneAt] datetime2 NOT NULL,
        [UndoneBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [UndoneAt] datetime2 NULL,
        [UndoReason] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_UnitChanges] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123055044_UnitHistory'
)
BEGIN
    CREATE TABLE [UnitPlacements] (
        [Id] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [Order] int NOT NULL,
        [ParentId] uniqueidentifier NULL,
        [From] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL,
        [To] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_UnitPlacements] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_UnitPlacements_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123055044_UnitHistory'
)
BEGIN
    CREATE TABLE [UnitSuccessions] (
        [Id] uniqueidentifier NOT NULL,
        [ChangeId] uniqueidentifier NOT NULL,
        [Kind] int NOT NULL,
        [PredecessorId] uniqueidentifier NOT NULL,
        [SuccessorId] uniqueidentifier NOT NULL,
        [On] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL,
        [DocumentId] uniqueidentifier NULL,
        [Note] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_UnitSuccessions] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123055044_UnitHistory'
)
BEGIN
    EXEC(N'INSERT INTO [UnitPlacements] ([Id], [UnitId], [Order], [ParentId]) SELECT [Id], [Id], 0, [ParentId] FROM [Units]');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123055044_UnitHistory'
)
BEGIN
    CREATE INDEX [IX_Units_HeirId] ON [Units] ([HeirId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123055044_UnitHistory'
)
BEGIN
    CREATE INDEX [IX_UnitChanges_UnitId] ON [UnitChanges] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123055044_UnitHistory'
)
BEGIN
    CREATE INDEX [IX_UnitPlacements_ParentId] ON [UnitPlacements] ([ParentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123055044_UnitHistory'
)
BEGIN
    CREATE INDEX [IX_UnitPlacements_UnitId] ON [UnitPlacements] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123055044_UnitHistory'
)
BEGIN
    CREATE INDEX [IX_UnitSuccessions_DocumentId] ON [UnitSuccessions] ([DocumentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123055044_UnitHistory'
)
BEGIN
    CREATE INDEX [IX_UnitSuccessions_PredecessorId] ON [UnitSuccessions] ([PredecessorId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123055044_UnitHistory'
)
BEGIN
    CREATE INDEX [IX_UnitSuccessions_SuccessorId] ON [UnitSuccessions] ([SuccessorId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123055044_UnitHistory'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261123055044_UnitHistory', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123061752_RankingChanges'
)
BEGIN
    CREATE TABLE [RankingChanges] (
        [Seq] bigint NOT NULL IDENTITY,
        [Kind] tinyint NOT NULL,
        [EntityId] uniqueidentifier NULL,
        CONSTRAINT [PK_RankingChanges] PRIMARY KEY ([Seq])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123061752_RankingChanges'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261123061752_RankingChanges', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123062001_RankingPolicies'
)
BEGIN
    CREATE TABLE [RankingPolicies] (
        [Id] uniqueidentifier NOT NULL,
        [Name] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [State] int NOT NULL,
        [Weights] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [OrderTurned] bit NOT NULL,
        [Explanation] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Note] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [CreatedBy] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ChangedAt] datetime2 NOT NULL,
        [ChangedBy] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [PublishedAt] datetime2 NULL,
        [PublishedBy] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [PublishReason] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_RankingPolicies] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123062001_RankingPolicies'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'ChangedAt', N'ChangedBy', N'CreatedAt', N'CreatedBy', N'Explanation', N'Name', N'Note', N'OrderTurned', N'PublishReason', N'PublishedAt', N'PublishedBy', N'State', N'Version', N'Weights') AND [object_id] = OBJECT_ID(N'[RankingPolicies]'))
        SET IDENTITY_INSERT [RankingPolicies] ON;
    EXEC(N'INSERT INTO [RankingPolicies] ([Id], [ChangedAt], [ChangedBy], [CreatedAt], [CreatedBy], [Explanation], [Name], [Note], [OrderTurned], [PublishReason], [PublishedAt], [PublishedBy], [State], [Version], [Weights])
    VALUES (''0f5b1c9e-2025-4a01-8c11-9b6d3f7a2e10'', ''2025-01-01T00:00:00.0000000Z'', N''系统'', ''2025-01-01T00:00:00.0000000Z'', N''系统'', CONCAT(CAST(N''级别之间的次序按授予单位的层级：国家级 100 分，省部级 60 分，行业级和集团级各 40 分，板块级 20 分，地市级 15 分，企业级 10 分，县区级 8 分，外部机构 5 分。'' AS nvarchar(max)), nchar(10), N''档距拉得开：一项国家级荣誉抵得上许多项企业级荣誉；又不至于悬殊：没有国家级荣誉的单位，平时的努力也看得见。'', nchar(10), N''行业级与集团级同分：全国性目录没有规定二者高低，各企业的看法也不一致。'', nchar(10), N''几个人或几个单位共同获得的荣誉平均分摊，一项荣誉不因人多而变多；个人、集体、单位一视同仁；不按年限打折，需要看近况时请限定年份。''), N''2025-1'', N''本版为初始规则，供工会与人力资源部门讨论修订。'', CAST(0 AS bit), N''系统启用时的初始规则'', ''2025-01-01T00:00:00.0000000Z'', N''系统'', 2, CAST(1 AS bigint), N''{"levels":{"National":100000000,"Provincial":60000000,"Industry":40000000,"Group":40000000,"Segment":20000000,"Enterprise":10000000,"City":15000000,"County":8000000,"External":5000000},"kinds":{"Person":1000,"Team":1000,"Unit":1000},"ages":[],"shared":"Divided"}'')');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'ChangedAt', N'ChangedBy', N'CreatedAt', N'CreatedBy', N'Explanation', N'Name', N'Note', N'OrderTurned', N'PublishReason', N'PublishedAt', N'PublishedBy', N'State', N'Version', N'Weights') AND [object_id] = OBJECT_ID(N'[RankingPolicies]'))
        SET IDENTITY_INSERT [RankingPolicies] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123062001_RankingPolicies'
)
BEGIN
    CREATE UNIQUE INDEX [IX_RankingPolicies_Name] ON [RankingPolicies] ([Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123062001_RankingPolicies'
)
BEGIN
    CREATE INDEX [IX_RankingPolicies_State_PublishedAt] ON [RankingPolicies] ([State], [PublishedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123062001_RankingPolicies'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261123062001_RankingPolicies', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE TABLE [NominationProgrammes] (
        [Id] uniqueidentifier NOT NULL,
        [Code] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Year] int NOT NULL,
        [Revision] int NOT NULL,
        [Name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Kind] int NOT NULL,
        [State] int NOT NULL,
        [Text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [CreatedBy] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ChangedAt] datetime2 NOT NULL,
        [ChangedBy] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [PublishedAt] datetime2 NULL,
        [PublishedBy] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [PublishReason] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_NominationProgrammes] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE TABLE [PacketTemplates] (
        [Id] uniqueidentifier NOT NULL,
        [Paper] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ProgrammeCode] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
        [FileName] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Length] int NOT NULL,
        [UploadedBy] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [UploadedAt] datetime2 NOT NULL,
        [RetiredAt] datetime2 NULL,
        CONSTRAINT [PK_PacketTemplates] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE TABLE [WorkingDayYears] (
        [Year] int NOT NULL,
        [Text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ImportedBy] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ImportedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_WorkingDayYears] PRIMARY KEY ([Year])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE TABLE [NominationRounds] (
        [Id] uniqueidentifier NOT NULL,
        [ProgrammeId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [Name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Seats] int NOT NULL,
        [Deadline] date NOT NULL,
        [State] int NOT NULL,
        [ClosedOn] date NULL,
        [Note] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [OpenedBy] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [OpenedAt] datetime2 NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_NominationRounds] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_NominationRounds_NominationProgrammes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [NominationProgrammes] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_NominationRounds_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE TABLE [Nominations] (
        [Id] uniqueidentifier NOT NULL,
        [RoundId] uniqueidentifier NOT NULL,
        [HonoreeId] uniqueidentifier NULL,
        [CandidateUnitId] uniqueidentifier NULL,
        [NominatingUnitId] uniqueidentifier NOT NULL,
        [Stage] int NOT NULL,
        [StageSince] datetime2 NOT NULL,
        [Choice] int NOT NULL,
        [Rank] int NOT NULL,
        [Groups] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Story] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ShortStory] nvarchar(1500) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Outcome] int NULL,
        [OutcomeConferralId] uniqueidentifier NULL,
        [CreatedBy] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Nominations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Nominations_Honorees_HonoreeId] FOREIGN KEY ([HonoreeId]) REFERENCES [Honorees] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Nominations_NominationRounds_RoundId] FOREIGN KEY ([RoundId]) REFERENCES [NominationRounds] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Nominations_Units_CandidateUnitId] FOREIGN KEY ([CandidateUnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Nominations_Units_NominatingUnitId] FOREIGN KEY ([NominatingUnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE TABLE [RoundQuotas] (
        [RoundId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [Seats] int NOT NULL,
        CONSTRAINT [PK_RoundQuotas] PRIMARY KEY ([RoundId], [UnitId]),
        CONSTRAINT [FK_RoundQuotas_NominationRounds_RoundId] FOREIGN KEY ([RoundId]) REFERENCES [NominationRounds] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_RoundQuotas_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE TABLE [AssemblyVotes] (
        [Id] uniqueidentifier NOT NULL,
        [NominationId] uniqueidentifier NOT NULL,
        [Body] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Date] date NOT NULL,
        [Expected] int NOT NULL,
        [Present] int NOT NULL,
        [InFavour] int NOT NULL,
        [MinutesName] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [MinutesSha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [MinutesType] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
        [MinutesLength] int NULL,
        [EnteredBy] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [EnteredAt] datetime2 NOT NULL,
        CONSTRAINT [PK_AssemblyVotes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AssemblyVotes_Nominations_NominationId] FOREIGN KEY ([NominationId]) REFERENCES [Nominations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE TABLE [Consultations] (
        [Id] uniqueidentifier NOT NULL,
        [NominationId] uniqueidentifier NOT NULL,
        [Body] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AskedOn] date NOT NULL,
        [AnsweredOn] date NULL,
        [Opinion] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
        [Agrees] bit NULL,
        [ValidUntil] date NULL,
        [FileName] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [FileSha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [FileType] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
        [FileLength] int NULL,
        [EnteredBy] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [EnteredAt] datetime2 NOT NULL,
        CONSTRAINT [PK_Consultations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Consultations_Nominations_NominationId] FOREIGN KEY ([NominationId]) REFERENCES [Nominations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE TABLE [NominationFacts] (
        [Id] uniqueidentifier NOT NULL,
        [NominationId] uniqueidentifier NOT NULL,
        [Key] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Value] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Evidence] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ValidUntil] date NULL,
        [EnteredBy] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [EnteredAt] datetime2 NOT NULL,
        CONSTRAINT [PK_NominationFacts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_NominationFacts_Nominations_NominationId] FOREIGN KEY ([NominationId]) REFERENCES [Nominations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE TABLE [NominationNotes] (
        [Id] uniqueidentifier NOT NULL,
        [NominationId] uniqueidentifier NOT NULL,
        [Kind] int NOT NULL,
        [Text] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Stage] int NOT NULL,
        [By] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_NominationNotes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_NominationNotes_Nominations_NominationId] FOREIGN KEY ([NominationId]) REFERENCES [Nominations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE TABLE [Packets] (
        [Id] uniqueidentifier NOT NULL,
        [NominationId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Length] int NOT NULL,
        [Facts] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [PendingCount] int NOT NULL,
        [CreatedBy] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [SubmittedAt] datetime2 NULL,
        CONSTRAINT [PK_Packets] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Packets_Nominations_NominationId] FOREIGN KEY ([NominationId]) REFERENCES [Nominations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE TABLE [Publicities] (
        [Id] uniqueidentifier NOT NULL,
        [NominationId] uniqueidentifier NOT NULL,
        [StageName] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [From] date NOT NULL,
        [Days] int NOT NULL,
        [InWorkingDays] bit NOT NULL,
        [Until] date NOT NULL,
        [Place] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [TakenDownAt] datetime2 NULL,
        [StartedBy] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [StartedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_Publicities] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Publicities_Nominations_NominationId] FOREIGN KEY ([NominationId]) REFERENCES [Nominations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE TABLE [Objections] (
        [Id] uniqueidentifier NOT NULL,
        [PublicityId] uniqueidentifier NOT NULL,
        [Text] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ReceivedOn] date NOT NULL,
        [Channel] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Answer] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
        [AnsweredOn] date NULL,
        [Upheld] bit NULL,
        [EnteredBy] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [EnteredAt] datetime2 NOT NULL,
        CONSTRAINT [PK_Objections] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Objections_Publicities_PublicityId] FOREIGN KEY ([PublicityId]) REFERENCES [Publicities] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_AssemblyVotes_MinutesSha256] ON [AssemblyVotes] ([MinutesSha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_AssemblyVotes_NominationId] ON [AssemblyVotes] ([NominationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_Consultations_FileSha256] ON [Consultations] ([FileSha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_Consultations_NominationId] ON [Consultations] ([NominationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE UNIQUE INDEX [IX_NominationFacts_NominationId_Key] ON [NominationFacts] ([NominationId], [Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_NominationNotes_NominationId] ON [NominationNotes] ([NominationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE UNIQUE INDEX [IX_NominationProgrammes_Code_Year_Revision] ON [NominationProgrammes] ([Code], [Year], [Revision]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_NominationRounds_ProgrammeId] ON [NominationRounds] ([ProgrammeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_NominationRounds_State_Deadline] ON [NominationRounds] ([State], [Deadline]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_NominationRounds_UnitId] ON [NominationRounds] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_Nominations_CandidateUnitId] ON [Nominations] ([CandidateUnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_Nominations_HonoreeId] ON [Nominations] ([HonoreeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_Nominations_NominatingUnitId] ON [Nominations] ([NominatingUnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_Nominations_OutcomeConferralId] ON [Nominations] ([OutcomeConferralId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_Nominations_RoundId_Choice_Rank] ON [Nominations] ([RoundId], [Choice], [Rank]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_Objections_PublicityId] ON [Objections] ([PublicityId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Packets_NominationId_Number] ON [Packets] ([NominationId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_Packets_Sha256] ON [Packets] ([Sha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_PacketTemplates_Paper_ProgrammeCode] ON [PacketTemplates] ([Paper], [ProgrammeCode]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_PacketTemplates_Sha256] ON [PacketTemplates] ([Sha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_Publicities_NominationId] ON [Publicities] ([NominationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_Publicities_Until_From] ON [Publicities] ([Until], [From]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    CREATE INDEX [IX_RoundQuotas_UnitId] ON [RoundQuotas] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123091529_Nominations'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261123091529_Nominations', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123131312_RoundHandIns'
)
BEGIN
    CREATE TABLE [RoundHandIns] (
        [RoundId] uniqueidentifier NOT NULL,
        [WorkId] uniqueidentifier NOT NULL,
        [Way] int NOT NULL,
        [FileName] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [By] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_RoundHandIns] PRIMARY KEY ([RoundId], [WorkId]),
        CONSTRAINT [FK_RoundHandIns_NominationRounds_RoundId] FOREIGN KEY ([RoundId]) REFERENCES [NominationRounds] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123131312_RoundHandIns'
)
BEGIN
    CREATE INDEX [IX_RoundHandIns_WorkId] ON [RoundHandIns] ([WorkId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123131312_RoundHandIns'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261123131312_RoundHandIns', N'10.0.14');
END;

COMMIT;
GO

