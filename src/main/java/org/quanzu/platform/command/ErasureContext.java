package org.quanzu.platform.command;

import org.quanzu.audit.AuditConfiguration;
import org.quanzu.erasure.ErasureConfiguration;
import org.quanzu.person.PersonConfiguration;
import org.quanzu.seal.SealConfiguration;
import org.springframework.context.annotation.Import;

/** The little of the product that erasing a person needs: settings, database, keys, register, audit log. */
@Import({
    KeyContext.class,
    SealConfiguration.class,
    AuditConfiguration.class,
    PersonConfiguration.class,
    ErasureConfiguration.class
})
class ErasureContext {}
