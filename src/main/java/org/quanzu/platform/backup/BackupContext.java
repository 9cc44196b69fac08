package org.quanzu.platform.backup;

import org.quanzu.audit.AuditConfiguration;
import org.quanzu.platform.PlatformConfiguration;
import org.quanzu.platform.database.DatabaseConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The little of the product that a backup needs: settings, database, keys, audit log; it migrates nothing. */
@Import({PlatformConfiguration.class, DatabaseConfiguration.class, AuditConfiguration.class})
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
class BackupContext {}
