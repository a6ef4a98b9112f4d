package org.gridloom.platform.persistence.internal.unit;

import jakarta.persistence.EntityManagerFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.gridloom.platform.persistence.internal.db.Dialect;

/** Opens units with EclipseLink. */
public final class UnitFactory {

    private static final AtomicLong SESSIONS = new AtomicLong();

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("eclipselink.weaving", "static"),
            Map.entry("eclipselink.ddl-generation", "none"),
            Map.entry("eclipselink.deploy-on-startup", "true"),
            // Several nodes serve one district: what one has read another may have changed.
            Map.entry("eclipselink.cache.shared.default", "false"),
            Map.entry("eclipselink.jdbc.batch-writing", "JDBC"),
            Map.entry("eclipselink.jdbc.batch-writing.size", "500"),
            Map.entry("eclipselink.target-server", "None"),
            // Its messages repeat the database's, which hold row values; exceptions come out anyway.
            Map.entry("eclipselink.logging.level", "OFF"),
            Map.entry("eclipselink.logging.parameters", "false"));

    private UnitFactory() {}

    /** Opens the unit. The session's name is new each time, so that an updated bundle never meets its old session. */
    public static EntityManagerFactory open(UnitSource source, DataSource dataSource, Dialect dialect) {
        UnitClassLoader loader = new UnitClassLoader(source.loader());
        Map<String, Object> properties = new HashMap<>(SETTINGS);
        properties.put("eclipselink.session-name", source.name() + "#" + SESSIONS.incrementAndGet());
        properties.put("eclipselink.target-database", dialect.eclipseLinkPlatform());
        properties.put("eclipselink.classloader", loader);
        return new PersistenceProvider()
                .createContainerEntityManagerFactory(new UnitInfo(source, loader, dataSource), properties);
    }
}
