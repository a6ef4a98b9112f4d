package org.gridloom.training;

import java.util.List;

/**
 * The words that sessions are described by, as the rules in force have them.
 *
 * @param topics what is taught
 * @param formats how it is taught
 * @param audience kinds of posts whose holders should have each topic
 */
public record Vocabulary(List<Term> topics, List<Term> formats, List<Term> audience) {

    public Vocabulary {
        topics = List.copyOf(topics);
        formats = List.copyOf(formats);
        audience = List.copyOf(audience);
    }
}
