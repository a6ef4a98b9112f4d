package org.gridloom.platform.states.internal;

import org.gridloom.platform.rule.DocumentRegister;
import org.gridloom.platform.security.Access;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Looks up documents that are given as evidence, where the district keeps a register. */
@Component(service = Register.class)
public final class Register {

    private final Access access;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile DocumentRegister documents;

    @Activate
    public Register(@Reference Access access) {
        this.access = access;
    }

    void use(DocumentRegister register) {
        documents = register;
    }

    /** Without a register a number is taken as it is written. */
    boolean knows(String number) {
        DocumentRegister register = documents;
        return register == null
                || access.asSystem("states", () -> register.find(number)).isPresent();
    }
}
