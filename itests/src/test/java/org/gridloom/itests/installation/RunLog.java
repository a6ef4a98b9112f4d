package org.gridloom.itests.installation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server's log tells of a stretch of time. */
record RunLog(String text) {

    private static final Pattern STOPPED =
            Pattern.compile("Stopping bundles:\\R((?:.*FeaturesServiceImpl.*\\)   [^ ]+/[^ ]+\\R)+)");

    /** But for Felix's own, about a listener whose bundle goes while it is told. */
    List<String> errors() {
        return text.lines()
                .filter(line -> line.contains(" ERROR "))
                .filter(line -> !line.contains("EventDispatcher: Error during dispatch")
                        && !line.contains("FrameworkEvent ERROR"))
                .toList();
    }

    /** Names of bundles that Karaf stopped. */
    Set<String> stopped() {
        Set<String> names = new TreeSet<>();
        Matcher stops = STOPPED.matcher(text);
        while (stops.find()) {
            for (String line : stops.group(1).lines().toList()) {
                names.add(line.substring(line.lastIndexOf(' ') + 1).split("/", 2)[0]);
            }
        }
        return names;
    }
}
