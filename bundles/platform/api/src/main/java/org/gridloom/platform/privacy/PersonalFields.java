package org.gridloom.platform.privacy;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The fields of personal data that a bundle keeps. Register one service a bundle: the {@link Vault} takes values of
 * declared fields only, and the district's register of personal data shows them. What is declared must not change while
 * it is registered.
 */
@ConsumerType
public interface PersonalFields {

    /** All of them; each code begins with the capability's name. */
    List<PersonalField> fields();
}
