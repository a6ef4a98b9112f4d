package org.gridloom.platform.modules.internal.contents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads from change logs which tables they make and which they change in any way: their columns, indexes, keys or rows.
 * Names are in lower case. Tables that preconditions look at, or that a foreign key refers to, are not changed.
 */
final class ChangedTables {

    /** Of each kind of change: what the table is called that it changes, or makes by a new name. */
    private static final String[] CHANGED = {
        "tableName", "baseTableName", "existingTableName", "oldTableName", "newTableName"
    };

    private static final Pattern NO_CODE = Pattern.compile("'[^']*'|--.*|/\\*(?s:.*?)\\*/");
    private static final Pattern NAME_AFTER = Pattern.compile(
            "\\b(?<what>create\\s+(?:\\w+\\s+){0,2}table|(?:alter|drop|truncate|lock)\\s+table|truncate"
                    + "|create\\s+(?:unique\\s+)?index\\s+[^;]*?\\son"
                    + "|create\\s+(?:or\\s+replace\\s+)?trigger\\s+[^;]*?\\son"
                    + "|insert\\s+into|merge\\s+into|update|delete\\s+from)"
                    + "\\s+(?:if\\s+(?:not\\s+)?exists\\s+)?(?:only\\s+)?"
                    + "(?:[\"`\\[]?\\w+[\"`\\]]?\\s*\\.\\s*)?[\"`\\[]?(?<table>\\w+)",
            Pattern.CASE_INSENSITIVE);

    private final BundleContent content;
    private final Set<String> made = new TreeSet<>();
    private final Set<String> changed = new TreeSet<>();

    private ChangedTables(BundleContent content) {
        this.content = content;
    }

    /** @throws IOException if one of its change logs cannot be read; the message names it */
    static ChangedTables of(BundleContent content) throws IOException {
        ChangedTables tables = new ChangedTables(content);
        for (String path : Declarations.migrations(content).keySet()) {
            try {
                tables.read(content.read(path));
            } catch (XMLStreamException e) {
                throw new IOException(path + " is not well-formed: " + e.getMessage(), e);
            }
        }
        return tables;
    }

    Set<String> made() {
        return made;
    }

    /** Those that it makes included. */
    Set<String> changed() {
        return changed;
    }

    private void read(byte[] changeLog) throws XMLStreamException, IOException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(changeLog));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                element(reader);
            }
        }
    }

    private void element(XMLStreamReader reader) throws XMLStreamException, IOException {
        switch (reader.getLocalName()) {
            case "preConditions" -> skip(reader);
            case "sql" -> sql(text(reader));
            case "sqlFile" -> sql(file(Objects.toString(reader.getAttributeValue(null, "path"), "")));
            default -> change(reader);
        }
    }

    private void change(XMLStreamReader reader) {
        Stream.of(CHANGED)
                .map(attribute -> reader.getAttributeValue(null, attribute))
                .filter(Objects::nonNull)
                .forEach(table -> changed.add(common(table)));
        String name = reader.getLocalName();
        String table = reader.getAttributeValue(null, name.equals("createTable") ? "tableName" : "newTableName");
        if (table != null) {
            made.add(common(table));
        }
    }

    private void sql(String text) {
        Matcher statement = NAME_AFTER.matcher(NO_CODE.matcher(text).replaceAll(" "));
        while (statement.find()) {
            String table = common(statement.group("table"));
            changed.add(table);
            String what = common(statement.group("what"));
            if (what.startsWith("create") && what.endsWith("table")) {
                made.add(table);
            }
        }
    }

    /** As Liquibase finds it: from the bundle's root, or beside the change log. */
    private String file(String path) throws IOException {
        String name = path.startsWith("/") ? path.substring(1) : path;
        for (String at : Arrays.asList(name, Declarations.MIGRATIONS + "/" + name)) {
            byte[] bytes = content.read(at);
            if (bytes.length > 0) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    /** Of the element and of those in it. */
    private static String text(XMLStreamReader reader) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (reader.isCharacters() || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        return text.toString();
    }

    private static void skip(XMLStreamReader reader) throws XMLStreamException {
        text(reader);
    }

    private static String common(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
