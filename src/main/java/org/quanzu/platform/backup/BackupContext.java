package org.quanzu.platform.backup;

import org.quanzu.platform.PlatformConfiguration;
import org.quanzu.platform.database.DatabaseConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The little of the product that a backup needs: settings, database, keys; it migrates nothing. */
@Import({PlatformConfiguration.class, DatabaseConfiguration.class})
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
class BackupContext {}
