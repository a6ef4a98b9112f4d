package org.gridloom.platform.persistence.internal.migration;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;

/** Liquibase says nothing itself: what it logs may hold row values, and what fails comes out as an exception. */
final class Silence extends AbstractLogService {

    @SuppressWarnings("try") // Liquibase declares the close() of its loggers so.
    private static final Logger QUIET = new AbstractLogger() {
        @Override
        public void log(Level level, String message, Throwable e) {
            // Not a word.
        }
    };

    @Override
    public int getPriority() {
        return PRIORITY_NOT_APPLICABLE;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Logger getLog(Class type) {
        return QUIET;
    }
}
