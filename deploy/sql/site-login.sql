-- The login of the site's nodes: reads and writes rows, changes no schema. The password comes in the variable SitePassword.
IF NOT EXISTS (SELECT 1 FROM sys.server_principals WHERE name = N'honors_site')
    CREATE LOGIN honors_site WITH PASSWORD = N'$(SitePassword)', CHECK_EXPIRATION = OFF;
ELSE
    ALTER LOGIN honors_site WITH PASSWORD = N'$(SitePassword)';

IF NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'honors_site')
    CREATE USER honors_site FOR LOGIN honors_site;

ALTER ROLE db_datareader ADD MEMBER honors_site;
ALTER ROLE db_datawriter ADD MEMBER honors_site;
GO
