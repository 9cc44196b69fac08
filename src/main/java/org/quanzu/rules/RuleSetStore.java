package org.quanzu.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanzu.rules.RuleSets.Version;

/** Keeps every published rule set with its files, so that an old assessment can be explained with the exact text. */
interface RuleSetStore {

    void publish(String version, Map<String, String> files, int rules, String by, Instant at);

    List<Version> versions();

    /** The files of the version served last, by path. */
    Optional<Map<String, String>> latest();

    /** The files of a version, by path. */
    Optional<Map<String, String>> files(String version);
}
