package org.gridloom.organization.internal.rest;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.gridloom.organization.UnitFilter;

/** Which units, as a request says it. */
public class UnitParams {

    @QueryParam("under")
    @Parameter(description = "The unit and all below it / 该单元及其下")
    public String under;

    @QueryParam("parent")
    @Parameter(description = "Directly below the unit / 直接下级")
    public String parent;

    @QueryParam("level")
    public String level;

    @QueryParam("kind")
    public String kind;

    @QueryParam("q")
    @Parameter(description = "Part of a name, or beginning of a code / 名称的一部分或编码开头")
    public String text;

    @QueryParam("asOf")
    @Parameter(description = "As organised on the date; today if absent / 按该日建制,缺省为今天")
    public LocalDate asOf;

    UnitFilter filter() {
        return new UnitFilter(under, parent, level, kind, text, asOf);
    }
}
