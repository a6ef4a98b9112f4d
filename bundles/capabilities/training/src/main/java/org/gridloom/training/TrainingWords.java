package org.gridloom.training;

import java.time.LocalDate;

/** The words that sessions are described by. Needs no permission. */
public interface TrainingWords {

    /** @param asOf of the rules in force on that day; null for today */
    Vocabulary at(LocalDate asOf);
}
