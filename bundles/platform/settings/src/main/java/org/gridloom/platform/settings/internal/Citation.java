package org.gridloom.platform.settings.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.gridloom.platform.rule.DocumentRegister;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Checks the document that a change cites, where a register is installed. */
@Component(service = Citation.class)
public final class Citation {

    private static final int LONGEST = 100;

    private final Access access;
    private final Clock clock;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile DocumentRegister register;

    @Activate
    public Citation(@Reference Access access, @Reference Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    void use(DocumentRegister documents) {
        register = documents;
    }

    /** What is wrong with the number; null for none is fine. */
    Optional<Text> fault(String number) {
        if (number == null) {
            return Optional.empty();
        }
        if (number.isBlank() || number.length() > LONGEST) {
            return Optional.of(Text.of("文号应为 1 至 %d 个字", "A number must have 1 to %d characters", LONGEST));
        }
        DocumentRegister documents = register;
        if (documents == null) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(clock);
        Optional<DocumentRegister.Entry> entry = access.asSystem("settings", () -> documents.find(number));
        if (entry.isEmpty()) {
            return Optional.of(Text.of("文件登记中没有 %s", "The register has no document %s", number));
        }
        return entry.get().inForceOn(today)
                ? Optional.empty()
                : Optional.of(Text.of("%s 在 %s 不在有效期内", "%s is not in force on %s", number, today));
    }
}
