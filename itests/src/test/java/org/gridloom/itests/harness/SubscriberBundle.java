package org.gridloom.itests.harness;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridloom.itests.probe.NotingSubscriber;

/**
 * A vendor's bundle that brings subscribers which note what they are given.
 *
 * @param name last segment of its symbolic name
 * @param subscribers their names
 * @param properties of each of them
 */
public record SubscriberBundle(String name, List<String> subscribers, Map<String, String> properties) {

    private static final String COMPONENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s" activate="activate">
              <property name="subscriber" value="%1$s"/>
              %3$s
              <service><provide interface="org.gridloom.platform.event.EventSubscriber"/></service>
              <implementation class="%2$s"/>
            </scr:component>
            """;

    public SubscriberBundle(String name, List<String> subscribers) {
        this(name, subscribers, Map.of());
    }

    public Path jar(Path directory) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(Classes.path(NotingSubscriber.class), Classes.of(NotingSubscriber.class));
        String given = properties.entrySet().stream()
                .map(property ->
                        "<property name=\"%s\" value=\"%s\"/>".formatted(property.getKey(), property.getValue()))
                .collect(Collectors.joining());
        for (String subscriber : subscribers) {
            files.put(
                    "OSGI-INF/" + subscriber + ".xml",
                    COMPONENT
                            .formatted(subscriber, NotingSubscriber.class.getName(), given)
                            .getBytes(StandardCharsets.UTF_8));
        }
        Map<String, String> headers = Map.of(
                "Service-Component", "OSGI-INF/*.xml",
                "Import-Package", "org.gridloom.platform.event,org.gridloom.platform.tx");
        return new BundleJar(name, headers, files).in(directory);
    }
}
