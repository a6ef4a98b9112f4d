package org.gridloom.platform.persistence.internal.unit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a bundle carries of a persistence unit.
 *
 * @param name name of the unit, the bundle's symbolic name
 * @param version version of the bundle
 * @param root where the classes lie
 * @param loader loads the classes
 * @param classes entities, embeddables, converters
 * @param properties what the unit asks of EclipseLink beside the platform's settings
 * @param migrations the bundle's change logs by path, in the order in which they are applied
 * @param counts by counter the select that makes the count's changes of the records
 */
public record UnitSource(
        String name,
        String version,
        URL root,
        ClassLoader loader,
        List<String> classes,
        Map<String, String> properties,
        SortedMap<String, URL> migrations,
        SortedMap<String, String> counts) {

    public UnitSource {
        classes = List.copyOf(classes);
        properties = Map.copyOf(properties);
        migrations = new TreeMap<>(migrations);
        counts = new TreeMap<>(counts);
    }

    /** Tables alone, without entities. */
    public static UnitSource tables(
            String name, String version, ClassLoader loader, SortedMap<String, URL> migrations) {
        return new UnitSource(name, version, null, loader, List.of(), Map.of(), migrations, new TreeMap<>());
    }

    /**
     * Reads the unit {@code name} from {@code persistence.xml}.
     *
     * @throws IOException if the file cannot be read or holds no such unit
     */
    public static UnitSource read(
            String name,
            String version,
            URL root,
            ClassLoader loader,
            URL persistenceXml,
            SortedMap<String, URL> migrations,
            SortedMap<String, String> counts)
            throws IOException {
        NodeList units = parse(persistenceXml).getElementsByTagNameNS("*", "persistence-unit");
        for (int i = 0; i < units.getLength(); i++) {
            Element unit = (Element) units.item(i);
            if (unit.getAttribute("name").equals(name)) {
                List<String> classes = new ArrayList<>();
                for (Element element : elements(unit, "class")) {
                    classes.add(element.getTextContent().trim());
                }
                Map<String, String> properties = new TreeMap<>();
                for (Element element : elements(unit, "property")) {
                    properties.put(element.getAttribute("name"), element.getAttribute("value"));
                }
                return new UnitSource(name, version, root, loader, classes, properties, migrations, counts);
            }
        }
        throw new IOException("persistence.xml has no unit named as its bundle, " + name);
    }

    /** The selects of counters, from the files {@code <counter>.sql}. */
    public static SortedMap<String, String> counts(SortedMap<String, URL> files) throws IOException {
        SortedMap<String, String> counts = new TreeMap<>();
        for (Map.Entry<String, URL> file : files.entrySet()) {
            try (InputStream in = file.getValue().openStream()) {
                String name = file.getKey();
                counts.put(
                        name.substring(0, name.length() - ".sql".length()),
                        new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return counts;
    }

    /** Last segment of the name: begins the unit's tables, names its changelog. */
    public String capability() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Document parse(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(in);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("persistence.xml is not well-formed", e);
        }
    }
}
