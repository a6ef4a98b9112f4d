package org.gridloom.platform.sheets.internal;

import java.util.Map;

/** What the caller has said that headers of a list mean. */
public interface Mappings {

    /** Column keys by {@link Layout#plain} header; {@link Layout#ASIDE} for what is to be left aside. */
    Map<String, String> of(String sheet);

    /** Remembers more of them; a null column forgets the header. */
    void remember(String sheet, Map<String, String> columns);
}
