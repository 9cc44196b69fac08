package org.quanzu.simulation.period;

import java.util.OptionalLong;

/** A scam of a period: its family, and when the main loss was, in epoch milliseconds; empty where nothing was lost or it is not known. */
record Scam(String family, OptionalLong mainLossMillis) {}
