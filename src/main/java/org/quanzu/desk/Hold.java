package org.quanzu.desk;

import java.util.UUID;

/** What an operator shows to change a case they took. */
public record Hold(String caseId, UUID lease) {}
