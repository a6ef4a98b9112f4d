package org.gridloom.platform.jobs.internal;

import org.gridloom.platform.testkit.TestDatabase;

/** Databases for the tests of this bundle. */
public enum Databases {
    H2 {
        @Override
        public TestDatabase open() {
            return TestDatabase.onH2(12);
        }
    },
    POSTGRESQL {
        @Override
        public TestDatabase open() {
            return TestDatabase.onPostgres(12);
        }
    };

    public abstract TestDatabase open();
}
