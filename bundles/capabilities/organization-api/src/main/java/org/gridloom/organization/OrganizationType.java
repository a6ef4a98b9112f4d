package org.gridloom.organization;

import java.util.Set;
import org.gridloom.platform.text.Text;

/**
 * A type of organisation: 党工委, 党委, 总支, 支部, 联合党支部 … of the party; 机关, 两新组织, 物业公司, 业委会 … outside it; types of
 * coordination bodies. Types are data.
 *
 * @param code unique among all types
 * @param family {@code party}, {@code outside} or {@code body}
 * @param name as the district calls it
 * @param levels party levels that may have this type; empty outside the party
 * @param coversMany whether such an organisation may cover more than one territory unit
 * @param selfGovernment whether it is self-government of residents (居委会, 业委会), not a resident unit
 * @param version for the next change
 */
public record OrganizationType(
        String code,
        String family,
        Text name,
        Set<String> levels,
        boolean coversMany,
        boolean selfGovernment,
        long version) {}
