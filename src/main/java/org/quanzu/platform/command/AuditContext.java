package org.quanzu.platform.command;

import org.quanzu.audit.AuditConfiguration;
import org.springframework.context.annotation.Import;

/** The little of the product that the audit commands need: settings, database, audit log. */
@Import({KeyContext.class, AuditConfiguration.class})
class AuditContext {}
