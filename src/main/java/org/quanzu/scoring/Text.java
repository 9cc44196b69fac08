package org.quanzu.scoring;

/** The same words in both languages. */
public record Text(String en, String zh) {}
