package org.gridloom.itests.installation;

import java.util.List;

/** What the server's log tells of a stretch of time. */
record RunLog(String text) {

    /** But for Felix's own, about a listener whose bundle goes while it is told. */
    List<String> errors() {
        return text.lines()
                .filter(line -> line.contains(" ERROR "))
                .filter(line -> !line.contains("EventDispatcher: Error during dispatch")
                        && !line.contains("FrameworkEvent ERROR"))
                .toList();
    }
}
