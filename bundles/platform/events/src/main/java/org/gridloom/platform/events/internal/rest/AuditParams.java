package org.gridloom.platform.events.internal.rest;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.gridloom.platform.events.internal.AuditFilter;

/** Which audit entries are asked for. */
public final class AuditParams {

    @Parameter(description = "First day / 起始日")
    @QueryParam("from")
    public LocalDate from;

    @Parameter(description = "Last day / 截止日")
    @QueryParam("to")
    public LocalDate to;

    @Parameter(description = "Account / 账号")
    @QueryParam("account")
    public String account;

    @Parameter(description = "Address that the call came from / 来源地址")
    @QueryParam("address")
    public String address;

    @Parameter(description = "Action; with a dot at its end all that begin so / 操作,以点结尾则按前缀")
    @QueryParam("action")
    public String action;

    @Parameter(description = "Kind and id, as in unit/210102021 / 对象")
    @QueryParam("subject")
    public String subject;

    @Parameter(description = "Unit and all below it / 单位及其下级")
    @QueryParam("unit")
    public String unit;

    AuditFilter of() {
        return new AuditFilter(from, to, account, address, action, subject, unit);
    }
}
