package org.gridloom.platform.persistence.internal.migration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import liquibase.Liquibase;
import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.OpenOptions;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;
import liquibase.util.LiquibaseUtil;

/** A unit's change logs for Liquibase, and the one that lists them; read at once, so that no bundle is held on to. */
final class ChangeLogs extends AbstractResourceAccessor {

    static final String ALL = "changelog.xml";

    private static final String LIST = """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
            %s</databaseChangeLog>
            """;

    /** Where Liquibase's jar holds the schemas of change logs. */
    private static final String SCHEMAS = "www.liquibase.org/";

    private final ResourceAccessor schemas = new ClassLoaderResourceAccessor(Liquibase.class.getClassLoader());
    private final Map<String, byte[]> files = new TreeMap<>();

    ChangeLogs(SortedMap<String, URL> migrations) throws IOException {
        StringBuilder includes = new StringBuilder();
        for (Map.Entry<String, URL> migration : migrations.entrySet()) {
            URLConnection file = migration.getValue().openConnection();
            // Otherwise the jar of a module that is only planned would stay open for ever.
            file.setUseCaches(false);
            try (InputStream in = file.getInputStream()) {
                files.put(migration.getKey(), in.readAllBytes());
            }
            includes.append("  <include file=\"").append(migration.getKey()).append("\"/>\n");
        }
        files.put(ALL, LIST.formatted(includes).getBytes(StandardCharsets.UTF_8));
    }

    /** Of all of them with their names, and of what applies them. */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.valueOf(LiquibaseUtil.getBuildVersion()).getBytes(StandardCharsets.UTF_8));
            files.forEach((name, content) -> {
                digest.update((name + content.length).getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Resource> getAll(String path) throws IOException {
        byte[] content = files.get(path);
        if (content != null) {
            return List.of(new InMemory(path, content));
        }
        return path.startsWith(SCHEMAS) ? schemas.getAll(path) : List.of();
    }

    @Override
    public List<Resource> search(String path, boolean recursive) {
        return List.of();
    }

    @Override
    public List<String> describeLocations() {
        return List.of("the bundle's migrations");
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    private static final class InMemory extends AbstractResource {

        private final byte[] content;

        InMemory(String path, byte[] content) {
            super(path, URI.create("memory:" + path));
            this.content = content;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public Resource resolve(String other) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Resource resolveSibling(String other) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OutputStream openOutputStream(OpenOptions options) {
            throw new UnsupportedOperationException();
        }
    }
}
