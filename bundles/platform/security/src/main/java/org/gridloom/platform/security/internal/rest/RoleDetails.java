package org.gridloom.platform.security.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.internal.RoleDraft;
import org.gridloom.platform.text.Text;

/** What can be changed of a role; the address holds its code. */
record RoleDetails(
        @Schema(example = "驻街站长") String nameZh,
        @Schema(example = "Head of a street station") String nameEn,
        @Schema(example = "[\"platform.account.view\"]") Set<String> permissions) {

    static RoleDraft draft(String code, RoleDetails body) {
        if (body == null) {
            throw Problem.invalid("", Text.of("缺少请求正文", "The request has no body"));
        }
        return new RoleDraft(code, body.nameZh, body.nameEn, body.permissions);
    }
}
