package org.gridloom.platform.privacy.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gridloom.platform.privacy.PersonalField;
import org.gridloom.platform.privacy.PersonalFields;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fields of personal data that modules declare. */
@Component(service = FieldRegister.class)
public final class FieldRegister {

    private static final Logger LOG = LoggerFactory.getLogger(FieldRegister.class);

    private final Map<String, PersonalField> declared = new ConcurrentHashMap<>();

    @Activate
    public FieldRegister() {
        // nothing is declared yet
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addFields(PersonalFields fields) {
        for (PersonalField field : fields.fields()) {
            if (declared.putIfAbsent(field.code(), field) != null) {
                LOG.warn("The field {} is declared already; the second declaration is left out", field.code());
            }
        }
    }

    void removeFields(PersonalFields fields) {
        fields.fields().forEach(field -> declared.remove(field.code(), field));
    }

    /** All, by code. */
    List<PersonalField> all() {
        return declared.values().stream()
                .sorted(Comparator.comparing(PersonalField::code))
                .toList();
    }

    Optional<PersonalField> find(String code) {
        return Optional.ofNullable(declared.get(code));
    }

    /** For code, which must declare what it uses. */
    PersonalField declared(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No field " + code + " is declared"));
    }
}
