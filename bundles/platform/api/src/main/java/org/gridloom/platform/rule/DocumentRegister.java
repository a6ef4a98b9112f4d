package org.gridloom.platform.rule;

import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The district's register of documents, as far as rules need it. At most one service; where there is none, a document's
 * number is taken as it is written.
 */
@ConsumerType
public interface DocumentRegister {

    /** A document, asked for on behalf of the platform. */
    Optional<Entry> find(String number);

    /**
     * When a document is in force.
     *
     * @param from first day
     * @param to first day on which it is no more; null while no end is set
     */
    record Entry(String number, String title, LocalDate from, LocalDate to) {

        public boolean inForceOn(LocalDate date) {
            return !date.isBefore(from) && (to == null || date.isBefore(to));
        }
    }
}
