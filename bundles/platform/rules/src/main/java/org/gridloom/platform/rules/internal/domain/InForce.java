package org.gridloom.platform.rules.internal.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridloom.platform.rule.RuleVersion;

/** Which version of a set holds when: what the district published, else what the vendor ships. */
public final class InForce {

    public static final String DRAFT = "draft";
    public static final String PUBLISHED = "published";
    public static final String WITHDRAWN = "withdrawn";
    public static final String DEFAULT = "default";
    /** The first default holds from here on, so that there is always an answer. */
    public static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    private InForce() {}

    public static Optional<RuleVersion> on(List<RuleVersion> versions, LocalDate date) {
        return latest(versions, PUBLISHED, date).or(() -> latest(versions, DEFAULT, date));
    }

    private static Optional<RuleVersion> latest(List<RuleVersion> versions, String state, LocalDate date) {
        return versions.stream()
                .filter(version ->
                        version.state().equals(state) && !version.validFrom().isAfter(date))
                .max(Comparator.comparing(RuleVersion::validFrom));
    }
}
