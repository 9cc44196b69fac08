package org.quanzu.platform.command;

import org.quanzu.seal.SealConfiguration;
import org.springframework.context.annotation.Import;

/** The little of the product that sealing anew needs: settings, database, keys. */
@Import({KeyContext.class, SealConfiguration.class})
class ResealContext {}
