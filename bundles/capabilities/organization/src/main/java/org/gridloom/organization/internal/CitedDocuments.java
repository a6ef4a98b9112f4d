package org.gridloom.organization.internal;

import java.util.Optional;
import org.gridloom.organization.Documents;
import org.gridloom.platform.rule.DocumentRegister;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The document register, for rules of all modules. */
@Component
public final class CitedDocuments implements DocumentRegister {

    private final Documents documents;

    @Activate
    public CitedDocuments(@Reference Documents documents) {
        this.documents = documents;
    }

    @Override
    public Optional<Entry> find(String number) {
        return documents.find(number).map(it -> new Entry(it.number(), it.title(), it.inForceFrom(), it.inForceTo()));
    }
}
